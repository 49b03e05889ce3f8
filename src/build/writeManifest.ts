/** `npm run manifest`: writes the repository's `manifest.xml` anew from `addIn.ts`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { placeholderOrigin } from './addIn.ts';
import { manifestXml } from './manifestXml.ts';

writeFileSync(join(import.meta.dirname, '..', '..', 'manifest.xml'), manifestXml(placeholderOrigin));
