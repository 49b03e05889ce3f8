/** The empty page; `page/outlookPage.ts` fills it. `paneOrigin` where the pane can also be had on an origin of its own. */
export const hostPageHtml = (paneOrigin: string | null): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Outlook (sandbox)</title>
<meta name="pane-origin" content="${paneOrigin ?? ''}">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/host/outlook.css">
<script src="/host/outlook.js" defer></script>
</head>
<body></body>
</html>
`;
