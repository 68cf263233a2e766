import type { WrongSolutions } from './wrong-solution.ts';

export const wrong: WrongSolutions = {
  'keeps-a-failure': [
    [
      `    loading.catch(() => {
      if (loads.get(key) === loading) loads.delete(key);
    });
`,
      '',
    ],
  ],
  'removes-whatever-is-there': [
    ['      if (loads.get(key) === loading) loads.delete(key);', '      loads.delete(key);'],
  ],
  'keeps-only-what-is-in-flight': [
    ['loading.catch(() => {', 'loading.finally(() => {'],
    [
      `loads.delete(key);
    });`,
      `loads.delete(key);
    }).catch(() => {});`,
    ],
  ],
  'value-that-is-undefined': `export function cached(load) {
  const loads = new Map();
  const values = new Map();
  const get = async (key) => {
    const value = values.get(key);
    if (value !== undefined) return value;
    const known = loads.get(key);
    if (known) return known;
    const loading = (async () => load(key))();
    loads.set(key, loading);
    try {
      const loaded = await loading;
      if (loads.get(key) === loading) values.set(key, loaded);
      return loaded;
    } finally {
      if (loads.get(key) === loading) loads.delete(key);
    }
  };
  get.forget = (key) => {
    loads.delete(key);
    values.delete(key);
  };
  return get;
}
`,
  'older-one-wins': `export function cached(load) {
  const values = new Map();
  const loads = new Map();
  const get = async (key) => {
    if (values.has(key)) return values.get(key);
    if (!loads.has(key)) loads.set(key, load(key));
    try {
      values.set(key, await loads.get(key));
      return values.get(key);
    } finally {
      loads.delete(key);
    }
  };
  get.forget = (key) => {
    values.delete(key);
    loads.delete(key);
  };
  return get;
}
`,
  'forgets-nothing-in-flight': [
    [
      '  get.forget = (key) => loads.delete(key);',
      `  const settled = new Set();
  get.forget = (key) => settled.has(key) && loads.delete(key);`,
    ],
  ],
  'one-key-for-all': [
    ['loads.get(key)', `loads.get('key')`],
    ['loads.set(key,', `loads.set('key',`],
    ['loads.delete(key)', `loads.delete('key')`],
  ],
};
