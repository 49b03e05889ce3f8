/*
 * Runs before Office.js. Office.js and the bundle add script elements by address; under
 * "require-trusted-types-for 'script'" somebody has to vouch for each address. This default policy lets through
 * this page's own scripts and Microsoft's Office.js, and nothing else. No policy for HTML or script text exists,
 * so `innerHTML` and `eval` with a string stay refused.
 */
(function () {
  if (!window.trustedTypes || !window.trustedTypes.createPolicy) return;
  var officeHosts = /^https:\/\/(appsforoffice\.microsoft\.com|appsforoffice\.(gcc|gcch|dod)\.cdn\.office\.net|ajax\.aspnetcdn\.com)\//;
  window.trustedTypes.createPolicy('default', {
    createScriptURL: function (address) {
      var url = new URL(address, document.baseURI);
      if (url.origin === window.location.origin || officeHosts.test(url.href)) return url.href;
      throw new TypeError('A script from ' + url.origin + ' is not part of this page.');
    },
  });
})();
