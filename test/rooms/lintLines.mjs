/** Lints lines of code as if they stood in the named files: JSON in, the rules that complained out. */
import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';

const eslint = new ESLint();
const lines = JSON.parse(readFileSync(0, 'utf8'));
const answers = [];
for (const { in: filePath, code } of lines) {
  const [result] = await eslint.lintText(`${code}\n`, { filePath });
  answers.push(result.messages.filter(({ severity }) => severity === 2).map(({ ruleId, message }) => ruleId ?? message));
}
process.stdout.write(JSON.stringify(answers));
