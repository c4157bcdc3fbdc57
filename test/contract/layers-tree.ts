/** Lawful code of every layer, among which the bad files are planted. */
export const lawful: Readonly<Record<string, string>> = {
  'electron/core/domain/case.ts': "import { z } from 'zod';\nexport const caseId = z.string();\n",
  'electron/core/ports.ts':
    "import { caseId } from './domain/case';\nexport interface Clock { readonly id: typeof caseId }\n",
  'electron/core/crypto/keys.ts': "import { caseId } from '../domain/case';\nexport const keys = caseId;\n",
  'centre/main.ts':
    "import { fastify } from 'fastify';\nimport { keys } from '../electron/core/crypto/keys';\nexport const centre = [fastify, keys];\n",
  'electron/core/store/store.ts':
    "import fs from 'node:fs';\nimport { LowSync } from 'lowdb';\nimport { caseId } from '../domain/case';\nimport type { Clock } from '../ports';\nexport const store = [fs, LowSync, caseId] as unknown as Clock;\n",
  'electron/core/sync/sync.ts': "import { caseId } from '../domain/case';\nexport const sync = caseId;\n",
  'electron/contract/cases.ts': "import { caseId } from '../core/domain/case';\nexport const request = caseId;\n",
  'electron/shell/ipc.ts':
    "import { ipcMain } from 'electron';\nimport { request } from '../contract/cases';\nimport { store } from '../core/store/store';\nexport const ipc = [ipcMain, request, store];\n",
  'electron/main.ts': "import { ipc } from './shell/ipc';\nvoid ipc;\n",
  'electron/cli.ts': "import { sync } from './core/sync/sync';\nvoid sync;\n",
  'electron/preload.ts':
    "import { contextBridge } from 'electron';\nimport type { request } from './contract/cases';\nexport type Bridge = [typeof contextBridge, typeof request];\n",
  'renderer/app/main.tsx':
    "import { useState } from 'react';\nimport { request } from '../../electron/contract/cases';\nexport const main = [useState, request];\n",
};

/** Each breaks one rule: file, its text, the rule that must name it. */
export const planted = [
  ['electron/core/domain/reads-files.ts', "import 'node:fs';\n", 'domain-no-node'],
  ['electron/core/domain/uses-store.ts', "import '../store/store';\n", 'domain-only-domain'],
  ['electron/core/domain/uses-react.ts', "import 'react';\n", 'domain-packages'],
  ['electron/core/store/uses-electron.ts', "import 'electron';\n", 'core-no-electron'],
  ['electron/core/store/uses-sync.ts', "import '../sync/sync';\n", 'parts-apart'],
  ['electron/core/backup/uses-sync.ts', "import '../sync/sync';\n", 'wholes-on-the-store'],
  [
    'electron/core/store/uses-shell-type.ts',
    "import type { ipc } from '../../shell/ipc';\nexport type A = typeof ipc;\n",
    'core-only-core',
  ],
  ['electron/core/crypto/uses-store.ts', "import '../store/store';\n", 'crypto-only-domain'],
  ['centre/uses-store.ts', "import '../electron/core/store/store';\n", 'centre-checks-with-the-core'],
  ['centre/uses-lowdb.ts', "import 'lowdb';\n", 'centre-packages'],
  ['electron/cli/uses-centre.ts', "import '../../centre/main';\n", 'cli-only-core'],
  ['electron/contract/uses-store.ts', "import '../core/store/store';\n", 'contract-only-domain'],
  ['electron/cli/uses-shell.ts', "import '../shell/ipc';\n", 'cli-only-core'],
  ['electron/shell/uses-renderer.ts', "import '../../renderer/app/main';\n", 'shell-core-and-contract'],
  ['renderer/app/uses-core.ts', "import '../../electron/core/domain/case';\n", 'renderer-only-contract'],
  ['renderer/app/uses-node.ts', "import 'node:path';\n", 'renderer-no-node'],
  ['renderer/app/uses-lowdb.ts', "import 'lowdb';\n", 'renderer-packages'],
  ['renderer/app/uses-test.ts', "import '../../test/helper';\n", 'product-without-tests'],
  ['renderer/app/leads-nowhere.ts', "import './not-there';\n", 'resolvable'],
  ['electron/core/sync/left-over.ts', 'export const unused = 1;\n', 'no-orphans'],
  ['electron/core/sync/cycle-a.ts', "import './cycle-b';\n", 'no-cycles'],
] as const;
