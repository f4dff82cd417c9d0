import tseslint from 'typescript-eslint';

// Strict and typed, for the driver and for the generated SDK alike; neither may switch anything off.
export default tseslint.config(
  { ignores: ['**/dist/', '**/node_modules/', 'layouts/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
  },
);
