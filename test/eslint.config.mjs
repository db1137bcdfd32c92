import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';

const typed = ['src/**/*.ts', 'demo/**/*.ts', 'stories/**/*.ts', 'test/**/*.ts', 'vite.config.ts'];

export default tseslint.config(
  { ignores: ['dist/**', 'demo-dist/**', 'coverage/**', 'node_modules/**'] },
  { files: typed, extends: [tseslint.configs.recommendedTypeChecked, lit.configs['flat/recommended'], wc.configs['flat/recommended']], plugins: { 'lit-a11y': litA11y },
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: process.cwd() } },
    settings: { wc: { elementBaseClasses: ['LitElement'] } },
    rules: {
      ...litA11y.configs.recommended.rules,
      // It does not follow `for` or `aria-labelledby` through a template, nor a role that takes its keys on the parent: axe and the keyboard tests do.
      'lit-a11y/accessible-name': 'off',
      'lit-a11y/click-events-have-key-events': 'off',
      'lit-a11y/mouse-events-have-key-events': 'off',
      'lit-a11y/role-has-required-aria-attrs': 'off',
      // Registration lives in define.ts, events are declared by class: the manifest and its test look after both.
      'wc/guard-super-call': 'off',
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports', disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false, properties: false } }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      '@typescript-eslint/no-base-to-string': ['error', { ignoredTypeNames: ['Error', 'File', 'RegExp', 'URL', 'URLSearchParams'] }],
      '@typescript-eslint/unbound-method': 'off', // Lit binds the handlers of a template to their element
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
    } },
  { files: ['src/elements/**', 'src/ui/**', 'src/controllers/**'], rules: { 'no-console': ['error', { allow: ['warn'] }] } },
  { files: ['demo/backend/**', 'demo/nomenclature/**', 'vite.config.ts'], rules: { 'no-console': 'off' } },
  // node:test's test() returns a promise nobody awaits; chai's assertions are properties.
  { files: ['test/**', 'stories/**'], rules: {
    'no-console': 'off',
    '@typescript-eslint/no-base-to-string': 'off',
    '@typescript-eslint/no-floating-promises': 'off',
    '@typescript-eslint/no-unnecessary-type-assertion': 'off',
    '@typescript-eslint/no-unused-expressions': 'off',
    '@typescript-eslint/no-unsafe-argument': 'off',
    '@typescript-eslint/no-unsafe-assignment': 'off',
    '@typescript-eslint/no-unsafe-call': 'off',
    '@typescript-eslint/no-unsafe-member-access': 'off',
    '@typescript-eslint/no-unsafe-return': 'off',
  } },
);
