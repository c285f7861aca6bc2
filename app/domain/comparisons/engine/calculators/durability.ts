import { above, amount, type Calculator } from './calculator.ts'

/** Lifetimes: figures that count in money only through a line of their own. */
export const durability: readonly Calculator[] = [
  {
    id: 'bearing_life',
    version: 1,
    category: 'maintenance',
    basis: 'figure',
    inputs: [
      above('dynamicRating', 'kN'),
      above('equivalentLoad', 'kN'),
      above('speed', 'rpm'),
      // 1: roller bearing, p = 10/3; 0: ball bearing, p = 3.
      { ...amount('isRoller', '1', '0'), maximum: '1', choices: ['0', '1'] },
      // 90, 95, 96, 97, 98 and 99 % reliability, ISO 281:2007.
      {
        ...above('reliabilityFactor', '1', '1'),
        maximum: '1',
        choices: ['1', '0.64', '0.55', '0.47', '0.37', '0.25'],
      },
      above('lifeFactor', '1', '1'),
    ],
    steps: [
      { name: 'exponent', unit: '1', formula: 'if(isRoller = 0, 3, 10 / 3)' },
      { name: 'basicLife', unit: 'h', formula: '10^6 / speed * (dynamicRating / equivalentLoad)^exponent' },
      { name: 'life', unit: 'h', formula: 'reliabilityFactor * lifeFactor * basicLife' },
    ],
    source: 'ISO 281',
  },
  {
    id: 'mtbf_from_fit',
    version: 1,
    category: 'maintenance',
    basis: 'figure',
    inputs: [above('failureRate', 'FIT')],
    steps: [{ name: 'mtbf', unit: 'h', formula: '1 / failureRate' }],
    source: 'IEC 61709',
  },
  {
    id: 'arrhenius',
    version: 1,
    category: 'maintenance',
    basis: 'figure',
    inputs: [
      above('activationEnergy', 'eV'),
      above('boltzmann', 'eV/K', '0.00008617'),
      above('useTemperature', 'K'),
      above('stressTemperature', 'K'),
    ],
    steps: [
      {
        name: 'accelerationFactor',
        unit: '1',
        formula: 'exp(activationEnergy / boltzmann * (1 / useTemperature - 1 / stressTemperature))',
      },
    ],
    source: 'JEDEC JESD91, IEC 61709',
  },
  {
    id: 'electrolytic_life',
    version: 1,
    category: 'maintenance',
    basis: 'figure',
    inputs: [
      above('ratedLife', 'h'),
      { name: 'ratedTemperature', unit: '°C' },
      { name: 'caseTemperature', unit: '°C' },
      above('doublingStep', '°C', '10'),
    ],
    steps: [
      {
        name: 'life',
        unit: 'h',
        formula: 'ratedLife * 2^((ratedTemperature - caseTemperature) / doublingStep)',
      },
    ],
    source: 'Rule of thumb of capacitor makers: life doubles for each 10 °C less; the step can be changed',
  },
]
