/**
 * The layer rule (docs/decisions/layers.md): domain <- documents, store, sync, access <- shell, cli; contract sees the
 * domain only; the renderer sees contract only. Type imports count like any other.
 */

const core = '^electron/core/';
const domain = '^electron/core/domain/';
/** The four parts of the core that stand beside each other. */
const parts = '^electron/core/(documents|printing|store|sync|access)/';
/** Parts that look at a whole store or copy it: they stand on the store. */
const wholes = '^electron/core/(backup|verify)/';
const store = '^electron/core/store/';
/** Keys and sealed boxes in plain Node: what several parts and the centre stand on. */
const crypto = '^electron/core/crypto/';
const centre = '^centre/';
const ports = '^electron/core/ports([.]ts$|/)';
const contract = '^electron/contract/';
const shell = '^electron/(main[.]ts$|shell/)';
const renderer = '^renderer/';
const cli = '^electron/cli([.]ts$|/)';
const project = '^(electron|renderer|centre|test|build)/';

/** Package folders, whether an import resolves to them or to the typings of the same name. */
const npm = (...names) => `node_modules/(@types/)?(${names.join('|')})/`;

/** The packages each layer may use; everything else from npm is refused. */
const packages = {
  domain: npm('zod'),
  contract: npm('zod'),
  documents: npm('zod', 'pdfmake', 'pdfkit', 'fontkit', '@cantoo/pdf-lib', 'fflate', 'jpeg-js', 'pngjs'),
  printing: npm('pdf-to-printer'),
  store: npm('zod', 'lowdb'),
  sync: npm('zod', 'lowdb'),
  access: npm('zod', 'lowdb'),
  backup: npm('zod'),
  verify: npm('zod'),
  ports: npm('zod'),
  room: npm('zod', 'fflate'),
  shell: npm('zod', 'electron', 'electron-updater'),
  cli: npm('zod'),
  centre: npm(
    'zod',
    'fastify',
    '@fastify/compress',
    '@fastify/rate-limit',
    'pg',
    '@electric-sql/pglite',
    'prom-client',
    'pino',
  ),
  renderer: npm(
    'zod',
    'react',
    'react-dom',
    'react-router',
    'antd',
    '@ant-design/icons',
    'dayjs',
    'pdfjs-dist',
    'vite',
  ),
};

const refuse = (name, comment, from, to) => ({ name, comment, severity: 'error', from: { path: from }, to });

const onlyPackages = (layer, from) =>
  refuse(`${layer}-packages`, `${layer} may use these packages only: ${packages[layer]}`, from, {
    path: 'node_modules/',
    pathNot: packages[layer],
  });

const noNode = (layer, from) =>
  refuse(`${layer}-no-node`, `${layer} does not know that it runs in Node`, from, { dependencyTypes: ['core'] });

module.exports = {
  forbidden: [
    refuse('domain-only-domain', 'The domain is pure: it imports the domain only', domain, {
      path: project,
      pathNot: domain,
    }),
    noNode('domain', domain),
    onlyPackages('domain', domain),

    refuse('contract-only-domain', 'The contract imports domain types only', contract, {
      path: project,
      pathNot: [contract, domain],
    }),
    noNode('contract', contract),
    onlyPackages('contract', contract),

    refuse('parts-apart', 'A part of the core imports itself, the domain and the ports', parts, {
      path: project,
      pathNot: [domain, ports, crypto, '^electron/core/$1/'],
    }),
    refuse('wholes-on-the-store', 'Backup and verify see the store and what the store sees', wholes, {
      path: project,
      pathNot: [domain, ports, crypto, store, '^electron/core/$1/'],
    }),
    refuse('core-only-core', 'The core never imports what stands above it', core, { path: project, pathNot: core }),
    refuse('core-no-electron', 'The core runs in plain Node', core, { path: npm('electron', 'electron-updater') }),
    ...['documents', 'printing', 'store', 'sync', 'access', 'backup', 'verify', 'room'].map((part) =>
      onlyPackages(part, `${core}${part}/`),
    ),
    onlyPackages('ports', ports),

    refuse('crypto-only-domain', 'Keys know the domain only', crypto, { path: project, pathNot: [crypto, domain] }),
    refuse('centre-checks-with-the-core', 'The centre shares the domain and the keys, nothing else', centre, {
      path: project,
      pathNot: [centre, domain, crypto],
    }),
    onlyPackages('centre', centre),

    refuse('shell-core-and-contract', 'The shell imports the core and the contract', shell, {
      path: project,
      pathNot: [shell, core, contract],
    }),
    onlyPackages('shell', shell),

    refuse('cli-only-core', 'The command runs in plain Node on the core alone', cli, {
      path: project,
      pathNot: [cli, core],
    }),
    onlyPackages('cli', cli),

    refuse(
      'preload-contract-types',
      'The preload carries names and types, no code of other layers',
      '^electron/preload[.]ts$',
      {
        path: project,
        pathNot: contract,
      },
    ),
    refuse(
      'preload-types-only',
      'The preload imports types of the contract, never its schemas',
      '^electron/preload[.]ts$',
      {
        path: contract,
        dependencyTypesNot: ['type-only'],
      },
    ),
    refuse('preload-packages', 'A sandboxed preload can load electron only', '^electron/preload[.]ts$', {
      path: 'node_modules/',
      pathNot: npm('electron'),
    }),
    noNode('preload', '^electron/preload[.]ts$'),

    refuse('renderer-only-contract', 'The pages import the contract only', renderer, {
      path: project,
      pathNot: [renderer, contract],
    }),
    noNode('renderer', renderer),
    onlyPackages('renderer', renderer),

    refuse('product-without-tests', 'What is shipped never imports tests or tools', '^(electron|renderer|centre)/', {
      path: '^(test|build)/',
    }),
    {
      name: 'no-cycles',
      comment: 'Two files that need each other are one job',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphans',
      comment: 'A file that imports nothing and that nothing imports is left over',
      severity: 'error',
      from: {
        orphan: true,
        pathNot: [
          '[.]d[.]ts$',
          '^electron/(main|preload|cli)[.]ts$',
          '^renderer/app/main[.]tsx$',
          '^centre/main[.]ts$',
        ],
      },
      to: {},
    },
    {
      name: 'resolvable',
      comment: 'An import that leads nowhere',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // Packages are leaves: their insides are not ours to judge.
    doNotFollow: { path: 'node_modules' },
    combinedDependencies: false,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js', '.cjs', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
