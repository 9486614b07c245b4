import type { Language } from '@riggen/contracts';
import { demoPeople } from './demo-people.js';
import { demoTexts } from './texts.js';

/** The page where one chooses a person of the demo: plain HTML, one button a person, no script. `address` is where it is sent. */
export function choosePage(address: string, stylesheet: string, language: Language): string {
  const texts = demoTexts[language];
  const buttons = demoPeople.map(({ id, name, grants: [grant] }) => {
    const role = texts.roles[grant!.role as keyof typeof texts.roles];
    const place = texts[grant!.unit.level as 'nation' | 'region' | 'service'];
    return `<li><form method="post" action="${address}/${id}"><button><strong>${name}</strong> <span>${role}, ${place}</span></button></form></li>`;
  });
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${texts.title} – Riggen</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="${stylesheet}">
</head>
<body>
<main>
<h1>${texts.title}</h1>
<p class="notice">${texts.notice}</p>
<h2>${texts.choose}</h2>
<ul>
${buttons.join('\n')}
</ul>
</main>
</body>
</html>`;
}

/** In the portal's colours; the demo's page must work without the portal's files. */
export const chooseStyle = `
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #15222b; background: #fff }
main { max-width: 40rem; margin: 0 auto; padding: 32px 16px 64px }
h1 { font-size: 1.75rem; line-height: 1.2; border-bottom: 2px solid #15222b; padding-bottom: 16px }
h2 { font-size: 1.125rem }
.notice { border-left: 4px solid #b23a0e; background: #f4f6f7; margin: 0; padding: 12px 16px }
ul { list-style: none; margin: 0; padding: 0 }
li { border-top: 1px solid #e8ebed }
button { display: block; width: 100%; min-height: 48px; padding: 8px; font: inherit; color: inherit; text-align: left; background: none; border: 0; cursor: pointer }
button:hover strong { text-decoration: underline }
button:focus-visible { outline: 3px solid #15222b; outline-offset: 2px }
strong { color: #1b55b0 }
span { color: #4c5962; white-space: normal }
`;
