import { md } from '../timeline.ts'

export const capacitorLife = {
  title: 'DK film capacitors: ripple current, hot spot and expected life',
  summary:
    'From the ripple current to the temperature of the hot spot and from there to the expected life, with a table.',
  keywords: ['film capacitor', 'ripple current', 'hot spot', 'life'],
  body: md`
For DK-60-900 (60 µF, 900 V DC) as the intermediate circuit of drives. Values for free convection, leads of 1.2 mm.

## From current to temperature

$$
\vartheta_{hs} = \vartheta_{amb} + I_{rms}^2 \cdot R_{ESR} \cdot R_{th}
$$

with $R_{ESR}$ = 2.1 mΩ at 10 kHz and $R_{th}$ = 11 K/W from hot spot to air. The hot spot stays below 105 °C.

## From temperature to life

Reference: 100,000 h at the rated voltage and a hot spot of 70 °C, 3 % of loss in capacitance.

$$
L = 100\,000\ \text{h} \cdot 2^{(70 - \vartheta_{hs}) / 8} \cdot \left(\frac{U_n}{U}\right)^{8}
$$

| Ripple current, A | Loss, W | Hot spot at 60 °C air, °C | Life at 750 V, h |
|---:|---:|---:|---:|
| 20 | 0.84 | 69.2 | 459,000 |
| 25 | 1.31 | 74.4 | 293,000 |
| 30 | 1.89 | 80.8 | 169,000 |

Beyond 200,000 h the formula is an extrapolation: no test ran that long. Several capacitors side by side need 5 mm of air
between them; without it take $R_{th}$ = 15 K/W.
`,
}

export const rippleQuestion = {
  subject: 'DK-60-900 junto ao dissipador: que Rth devo usar?',
  body: md`
Bom dia. Nas nossas bombas de calor o circuito intermédio tem quatro DK-60-900 em linha, a 3 mm uns dos outros, 25 A cada um, ar a 60 °C. Vale o valor de 15 K/W da nota, ou há alguma coisa a meio caminho?
`,
}

export const rippleAnswer = md`
Good morning Rui. At 3 mm please take 15 K/W; we measured 14.2 K/W for the two in the middle and do not promise in between.

1.31 W · 15 K/W = 19.7 K, so the hot spot is at 79.7 °C. At 750 V that is 2^((70 − 79.7) / 8) · (900 / 750)⁸ = 1.86 times the reference: **186,000 h**. With 5 mm of air it would be 293,000 h.
`

export const humidityQuestion = {
  subject: 'DK-60-900: report of the THB test at 85 °C / 85 % RH',
  body: md`
For our own change file we need the report of the temperature-humidity-bias test (85 °C, 85 % RH, 900 V, 1,000 h): number of pieces, capacitance, loss factor and insulation resistance before and after. Grade II of IEC 60384-16 or III?
`,
}
