/*
 * Runs before Office.js. Office.js and the bundle add script elements by address; under
 * "require-trusted-types-for 'script'" somebody has to vouch for each address. This default policy lets through
 * this page's own scripts and those of the origins the page names (Microsoft's Office.js), and nothing else. No policy
 * for HTML or script text exists, so `innerHTML` and `eval` with a string stay refused.
 */
(function () {
  if (!window.trustedTypes || !window.trustedTypes.createPolicy) return;
  var named = document.currentScript ? document.currentScript.getAttribute('data-script-origins') || '' : '';
  var origins = [window.location.origin].concat(named.split(' '));
  window.trustedTypes.createPolicy('default', {
    createScriptURL: function (address) {
      var url = new URL(address, document.baseURI);
      if (origins.indexOf(url.origin) >= 0) return url.href;
      throw new TypeError('A script from ' + url.origin + ' is not part of this page.');
    },
  });
})();
