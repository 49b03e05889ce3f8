/*
 * Says how an administrator's decision went. Microsoft's page comes back here with `admin_consent=True`, or with
 * `error`. (Microsoft identity platform, "Admin consent on the Microsoft identity platform")
 */
(function () {
  const query = new URLSearchParams(window.location.search);
  const error = query.get('error');
  const given = error === null && (query.get('admin_consent') || '').toLowerCase() === 'true';
  if (!given && error === null) return;
  document.getElementById('unknown').hidden = true;
  document.getElementById(given ? 'given' : 'refused').hidden = false;
  if (given) return;
  // A code and no more: the description may quote anything.
  const number = /AADSTS\d+/.exec(query.get('error_description') || '');
  document.getElementById('code').textContent = number ? number[0] : /^[\w.-]{1,64}$/.test(error) ? error : 'unknown';
})();
