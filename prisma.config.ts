import { defineConfig } from 'prisma/config'

// The folder: `schema.prisma` holds the generator, `models/` one file per area.
export default defineConfig({ schema: 'prisma' })
