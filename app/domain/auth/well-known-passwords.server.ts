/** Words that the usual lists of leaked passwords begin with; digits and signs around them do not make them better. */
const words = new Set(
  `
password passwort passwords pass passw0rd motdepasse senha senhas contrasena parola haslo wachtwoord salasana losenord
admin administrator administrador root superuser user username login logon signin guest test tester testing demo default
changeme changeit changethis letmein letmeinnow welcome welcomehome welcomeback access secret topsecret topsecrets
company office business manager supervisor service support system server network internet computer laptop desktop
windows microsoft google facebook twitter linkedin instagram youtube amazon apple samsung nokia sony android iphone
qwerty qwertz azerty qwertyuiop qwertyui asdfghjkl asdfgh zxcvbnm zxcvbn qazwsx qazwsxedc qwer asdf asdfasdf qweqwe
qweasd qweasdzxc qazxsw wsxedc poiuytrewq lkjhgfdsa mnbvcxz aaaaaa abcabc abcdef abcdefg abcdefgh alphabet
iloveyou ilovejesus iloveme iloveu ilovegod loveyou loveme lovely lovelove loverboy lovers forever foreverlove mylove
sunshine moonlight starlight rainbow princess prince queen king kingdom angel angels babygirl babyboy baby sweetheart
sweety sweetie honey darling beautiful gorgeous pretty handsome cutie buttercup cupcake cookie cookies chocolate candy
football baseball basketball softball volleyball hockey soccer tennis golfer golf fishing hunting skateboard snowboard
swimming dancing dancer running cycling racing sports champion winner victory liverpool chelsea arsenal manchester
barcelona realmadrid juventus benfica sporting porto flamengo corinthians palmeiras santos spartak zenit dinamo cska
yankees cowboys steelers packers patriots eagles lakers raiders rangers redsox giants dolphins broncos bulldogs
batman superman spiderman ironman wolverine hulk avengers starwars startrek pokemon pikachu naruto dragonball dragon
dragons phoenix unicorn wizard warrior warriors ninja samurai knight pirate hunter killer shadow ghost monster vampire
zombie demon devil lucifer satan hell heaven paradise genesis matrix trinity neo morpheus gandalf hobbit frodo potter
harrypotter hermione dumbledore hogwarts skywalker vader yoda chewbacca terminator predator rambo rocky godzilla
michael michelle michele jessica jennifer jonathan joshua jordan justin jasmine james john johnny joseph jacob jack
matthew matt mark maria marina martin martha mary mariana margarita melissa melanie megan monica monique natalie
natalia natasha nicole nicholas nikita nathan nathalie andrew andrea andrei andrey anthony antonio angela angelica
amanda ashley alexander alexandra alexandre alexis alex alejandro alberto albert aleksandr anastasia anna antonia
brandon brian brittany brianna barbara benjamin bernard beatriz bruno carlos carolina caroline catherine christian
christina christine christopher charles charlie charlotte chelsey claudia cristina cristiano crystal cynthia daniel
daniela danielle david deborah denise dennis diana diego dmitry dominic dominique douglas eduardo edward elena
elizabeth emily emma eric erika esther eugene evgeny fernanda fernando filipe flavia francisco frank franklin gabriel
gabriela george gerald giovanni gregory guilherme gustavo hannah harold harry heather helen henry igor irina isabel
isabella ivan jackson janice jeffrey jeremy joaquim jorge jose juliana julia karen katherine kathleen katie kelly
kenneth kevin kimberly kristina larissa laura lauren leandro leonardo leticia lindsay lisa lorenzo louise lucas luciana
ludmila luis madison marcelo marcos margaret marian mauricio maxim mikhail miguel miranda mohamed mohammed muhammad
nadezhda nancy olga oliver olivia pamela patricia patrick patricio paul paula paulo pavel pedro peter philip priscilla
rachel rafael raquel rebecca renata ricardo richard robert roberta roberto rodrigo ronaldo rosario ruslan ryan samantha
samuel sandra sara sarah sebastian sergey sergio sharon sheila simone sofia sophia stella stephanie stephen steven
susana svetlana sylvia tamara tatiana taylor teresa thiago thomas tiffany timothy valentina valeria vanessa veronica
victor victoria vinicius viktor viktoria vitaly vladimir walter wendy william xavier yolanda yulia yuri zachary
mother father mommy daddy mama papa family brother sister friend friends bestfriend bestfriends children grandma
dog cat kitty kitten puppy tiger tigers lion eagle falcon hawk wolf wolves bear panther cheetah leopard elephant monkey
turtle dolphin shark whale penguin rabbit bunny butterfly ladybug spider scorpion snake cobra viper horse horses pony
mustang camaro corvette ferrari porsche lamborghini mercedes toyota honda yamaha suzuki kawasaki harley davidson
nissan subaru jaguar maserati volkswagen renault peugeot cadillac chevrolet chevy dodge ford bentley audi volvo skoda
london paris berlin madrid lisboa lisbon moscow moskva beijing shanghai shenzhen newyork chicago boston dallas houston
phoenixsuns detroit denver seattle portland florida california texas america american canada mexico brasil brazil
portugal espana france germany deutschland england scotland ireland italia russia rossiya ukraine china zhongguo india
january february march april may june july august september october november december janeiro fevereiro
monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter fall primavera verao outono inverno
orange purple yellow silver golden diamond emerald sapphire crystalclear banana apples cherry strawberry blueberry
peaches pumpkin coffee cheese pepper ginger vanilla cinnamon peanut butterscotch pizza hamburger sandwich whiskey vodka
music musica guitar piano drummer metallica nirvana slipknot eminem rockstar rocknroll beatles pinkfloyd ledzeppelin
jesus jesuschrist christ christian church blessed blessing faith grace godisgood jesuslove bible gospel allah buddha
money dollar rich richard success power energy freedom liberty justice peace hope dream dreams dreamer happy happiness
smile smiley sunshines flower flowers daisy rose roses lily lotus orchid violet jasmines blossom garden
fuckyou fuckoff fuck bullshit asshole bitch whatever nothing something anything everything nobody trustno trustnoone
mypassword mypass newpassword newpass oldpassword thispassword yourpassword passpass passphrase masterkey master
abracadabra opensesame sesame computers security secure private personal unknown hacker cracker pass word keyboard
saopaulo riodejaneiro amoreterno teamo meuamor amor amorzinho felicidade estrela princesa gatinha familia deusefiel
lyubov lubov privet parol parolparol solnyshko zvezda krasota rossia spartakchampion moyparol kukareku vfhbyf
пароль парольпароль любовь привет солнце солнышко россия москва звезда администратор йцукен фывапр ячсмить
woaini woaiwojia nihao zhongwen mima woaini wangyut wangwei zhanghao lihua liuwei
`
    .trim()
    .split(/\s+/),
)

const lookAlikes: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

/**
 * Whether a password is a word of the lists with the usual decoration: digits and signs before and after, letters
 * written as digits, the word twice.
 */
export function isWellKnown(password: string): boolean {
  const text = password.toLowerCase()
  const plain = (word: string) => word.replace(/[^\p{L}]/gu, '')
  const spelled = (word: string) => plain(word.replace(/[013457@$!]/g, (sign) => lookAlikes[sign] ?? sign))
  const bare = text.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  return [plain(text), spelled(bare), spelled(text)].some((word) => isWord(word))
}

function isWord(word: string): boolean {
  if (words.has(word)) return true
  const half = word.slice(0, word.length / 2)
  return half.length > 2 && half + half === word && words.has(half)
}
