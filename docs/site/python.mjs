// Runs a program by Pyodide, in the directory where this is started: node python.mjs RUNTIME PROGRAM

const [runtime, program] = process.argv.slice(2);
const { loadPyodide } = await import(`${runtime}/pyodide.mjs`);
const python = await loadPyodide({ indexURL: `${runtime}/` });
// In the same place, so that paths mean the same inside and outside.
python.mountNodeFS(process.cwd(), process.cwd());
python.FS.chdir(process.cwd());
try {
  const result = python.runPython(program);
  process.exitCode = typeof result === "number" ? result : 0;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
