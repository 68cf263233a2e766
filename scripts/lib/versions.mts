export type Major = '20' | '22' | '24' | '26';

/** Every version that the scripts install, in one place. */
export const versions = {
  /** Real Nodes that snippets are checked on; one for each supported major. */
  nodes: { 20: '20.20.2', 22: '22.23.3', 24: '24.21.0', 26: '26.10.0' },
  /** Carries VS Code's own server and workbench; needs Node 24. */
  codeServer: '4.139.1',
};

export const majors = Object.keys(versions.nodes) as readonly Major[];
