/* ---
title: Two imports, one of them waits
difficulty: devilish
teaches: A module with top-level await holds back the modules that import it, not its neighbors; while it waits, the next import runs.
expect:
  - config starts
  - logger runs
  - config is ready
  - main runs
--- */
import 'data:text/javascript,console.log("config starts"); await null; console.log("config is ready");';
import 'data:text/javascript,console.log("logger runs");';

console.log('main runs');
