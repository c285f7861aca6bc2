import { md } from '../../timeline.ts'
import type { Note } from '../note.ts'

const body = md`
Esta nota é para as instalações da Aurora com CMD-075-4-A1 e CMD-150-4-A1. Explica porque é que um rolamento pode falhar
por causas elétricas, como medir, e o que fazer.

## De onde vem a corrente

A tensão de modo comum do variador carrega, pelas capacidades do motor, o veio contra a carcaça. A parte que chega ao veio é

$$
BVR = \frac{C_\text{er}}{C_\text{er} + C_\text{rc} + 2\,C_r} \approx 0{,}03 \text{ a } 0{,}08
$$

($C_\text{er}$ estator–rotor, $C_\text{rc}$ rotor–carcaça, $C_r$ cada rolamento). Com 540 V no circuito intermédio dá 16 a 43 V
de pico. A película de massa lubrificante aguenta tipicamente 5 a 30 V; depois descarrega, e cada descarga funde um ponto da pista.

| Tipo | Motores | Caminho | Medida principal |
|---|---|---|---|
| Descarga (EDM) | todos | veio → rolamento → carcaça | escova ou anel de terra no veio |
| Corrente circular | acima de 100 kW | rolamento A → veio → rolamento B | rolamento isolado no lado oposto |
| Corrente pelo veio para a carga | qualquer | veio → acoplamento → máquina | acoplamento isolado, terra da carcaça |

## Medir

1. Ponta de prova de alta tensão com escova de fibra de carbono no topo do veio; referência na carcaça, do lado da escova.
2. Osciloscópio com 100 MHz ou mais, 5 µs por divisão. Uma descarga vê-se como queda de vários volts em menos de 100 ns.
3. Repetir a 20, 35 e 50 Hz, com a máquina quente. A frio a película é mais espessa e o resultado parece melhor.

| Tensão de pico no veio | Avaliação |
|---:|---|
| até 5 V | sem medidas |
| 5 a 15 V | medir de novo após 1 000 h |
| acima de 15 V, com descargas | anel de terra, e verificar o cabo |

## Fazer, por esta ordem

- **Cabo do motor** simétrico e blindado, blindagem ligada a 360° nas duas extremidades. Resolve mais de metade dos casos.
- **Terra de alta frequência** entre carcaça, chassis e variador: trança plana, o mais curta possível, não um fio redondo.
- **Anel de terra no veio** (AEGIS ou equivalente), do lado do acoplamento; superfície limpa e sem tinta.
- **Frequência de comutação** de 4 kHz em vez de 12 kHz: um terço das descargas por segundo.

> Não ligar apenas o anel sem rever o cabo: a corrente muda de caminho e aparece no rolamento da máquina acionada.
`

export const bearingCurrents: Note = {
  name: 'bearing-currents',
  language: 'pt',
  products: ['CMD-075-4', 'CMD-150-4'],
  accounts: ['aurora'],
  functions: ['engineering'],
  versions: [
    {
      title: 'Correntes nos rolamentos e ligação à terra do veio',
      body,
      written: { by: 'dev', on: [15, 17] },
      submitted: [15, 22],
      released: { by: 'ingrid', on: [16, 18] },
    },
  ],
  readings: [
    { by: 'rui', on: [17, 9] },
    { by: 'rui', on: [26, 15] },
  ],
}
