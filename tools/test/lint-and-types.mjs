// Lint and types at once: the rules ask for most of the types that the compiler checks, and to find these takes the time.
import { ESLint } from 'eslint';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const programs = [join(root, 'tsconfig.check.json'), join(root, 'services', 'portal', 'tsconfig.json')].map(programOf);
const eslint = new ESLint({ cwd: root, overrideConfig: { files: ['**/*.{ts,tsx}'], languageOptions: { parserOptions: { programs } } } });

const results = await eslint.lintFiles(['.']);
process.stdout.write(await (await eslint.loadFormatter()).format(results));
const faults = programs.flatMap((program) => ts.getPreEmitDiagnostics(program));
const place = { getCurrentDirectory: () => root, getCanonicalFileName: (name) => name, getNewLine: () => '\n' };
process.stdout.write(ts.formatDiagnostics(faults, place));
const complaints = results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, faults.length);
process.exitCode = complaints > 0 ? 1 : 0;

function programOf(config) {
  const refuse = (fault) => {
    throw new Error(ts.formatDiagnostics([fault], place));
  };
  const { fileNames, options, errors } = ts.getParsedCommandLineOfConfigFile(config, { noEmit: true }, { ...ts.sys, onUnRecoverableConfigFileDiagnostic: refuse });
  return ts.createProgram({ rootNames: fileNames, options, configFileParsingDiagnostics: errors, host: ts.createCompilerHost(options, true) });
}
