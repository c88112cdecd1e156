/** What each picture shows, for readers who can't see it. */
export const ALTS: Record<string, { en: string; uk: string }> = {
  'blackout-street': {
    en: 'A man with a torch and a red dog walk down a dark street; one window is lit.',
    uk: 'Чоловік із ліхтариком і руда собака йдуть темною вулицею; світиться одне вікно.',
  },
  'plywood-windows': {
    en: 'A house front with plywood in a third of its windows and a glazier’s ladder against it.',
    uk: 'Фасад будинку: третина вікон забита фанерою, до стіни приставлена драбина скляра.',
  },
  'minibus-17': {
    en: 'A full yellow minibus, route 17, stands in the rain.',
    uk: 'Жовта переповнена маршрутка № 17 стоїть під дощем.',
  },
  ferry: {
    en: 'A small car ferry crosses the river in front of poplars and a low red sun.',
    uk: 'Невеликий автомобільний пором перетинає річку на тлі тополь і низького червоного сонця.',
  },
  'rowing-eight': {
    en: 'A rowing eight seen from straight above, its red blades spread over green water.',
    uk: 'Веслувальна вісімка згори: червоні лопаті весел розкинуті над зеленою водою.',
  },
  'bridge-painter': {
    en: 'A red arch bridge over the river; one painter hangs in a cradle under the arch.',
    uk: 'Червоний арковий міст через річку; під аркою в люльці висить один маляр.',
  },
  'school-corridor': {
    en: 'Pupils sit at single desks along a basement corridor with pipes under the ceiling.',
    uk: 'Учениці сидять за одномісними партами вздовж підвального коридору, під стелею труби.',
  },
  'orchestra-hall': {
    en: 'A small orchestra plays under the arches of a full, dark hall.',
    uk: 'Невеликий оркестр грає під арками повної темної зали.',
  },
  library: {
    en: 'A librarian reads at her desk between full shelves; the window behind her is taped.',
    uk: 'Бібліотекарка читає за столом між повними полицями; вікно за нею заклеєне навхрест.',
  },
  'workshop-leg': {
    en: 'A prosthetic leg in a yellow trainer stands on a workbench by a window.',
    uk: 'Протез ноги в жовтому кросівку стоїть на верстаті біля вікна.',
  },
  'depot-theatre': {
    en: 'Two actresses stand beside an old red tram in the spotlight of a depot.',
    uk: 'Дві акторки стоять біля старого червоного трамвая у світлі прожектора в депо.',
  },
  'fish-soup': {
    en: 'A steaming pot of fish soup, with a carp on newspaper, an onion and half a lemon.',
    uk: 'Каструля юшки парує; поруч короп на газеті, цибулина і половинка лимона.',
  },
  'cherry-dumplings': {
    en: 'Rounds of dough with cherries on a floured board, a bowl of cherries and a rolling pin.',
    uk: 'Кружальця тіста з вишнями на дошці з борошном, миска вишень і качалка.',
  },
  'market-scales': {
    en: 'Oversized market scales between two stalls, a loaf in one pan and weights in the other.',
    uk: 'Величезні базарні ваги між двома ятками: на одній шальці хліб, на другій гирі.',
  },
  'grain-port': {
    en: 'Grain silos and a loading arm above a ship that lies low at the quay.',
    uk: 'Зернові силоси й завантажувальна стріла над судном, що глибоко сидить біля причалу.',
  },
  'rail-yard': {
    en: 'A woman in a signal vest with a long hammer in a rail yard at sunset.',
    uk: 'Жінка в сигнальному жилеті з довгим молотком на сортувальній станції проти заходу сонця.',
  },
  'steppe-bees': {
    en: 'Beehives in yellow steppe grass behind red tape and a sign that says mines.',
    uk: 'Вулики в жовтій степовій траві за червоною стрічкою та знаком «Міни».',
  },
  sturgeon: {
    en: 'A tagged sturgeon swims over the dark river bed.',
    uk: 'Осетер із міткою пливе над темним річковим дном.',
  },
  'ship-graveyard': {
    en: 'Three rusting ships lean in shallow water behind reeds; a heron stands nearby.',
    uk: 'Три іржаві судна похилилися на мілині за очеретом; поруч стоїть чапля.',
  },
  'river-pilot': {
    en: 'An old river pilot with a white beard at the rail, a red sun and a buoy behind him.',
    uk: 'Старий лоцман із білою бородою біля поруччя, за ним червоне сонце й бакен.',
  },
  'football-ground': {
    en: 'A football match under floodlights; a sign by the stand points to the shelter.',
    uk: 'Футбольний матч при прожекторах; табличка біля трибуни вказує на укриття.',
  },
  'hospital-generator': {
    en: 'A yellow generator outside a dark hospital where one row of windows is lit.',
    uk: 'Жовтий генератор перед темною лікарнею, де світиться один ряд вікон.',
  },
  trolleybus: {
    en: 'An empty red and white trolleybus with carnations laid in front of it.',
    uk: 'Порожній червоно-білий тролейбус, перед ним покладено гвоздики.',
  },
  'street-signs': {
    en: 'Street name plates on planks; three of them say Quiet Street.',
    uk: 'Таблички з назвами вулиць на дошках; на трьох із них «вул. Тиха».',
  },
  roofs: {
    en: 'Red and dark roofs of the old town, a white tower and the river behind them.',
    uk: 'Червоні й темні дахи старого міста, біла вежа, за ними річка.',
  },
  'map-city-dark': {
    en: 'Map of Korabliv: Verf, Chaiky and Slobidka are without power, Upper Town, Pisky and Old Landing supplied.',
    uk: 'Карта Кораблева: Верф, Чайки та Слобідка без світла, Нагірна, Піски та Стара Пристань зі світлом.',
  },
  'map-river-bloom': {
    en: 'Map of the lower Cherlen with algae counts, lowest at the dam and highest near Ocherety.',
    uk: 'Карта нижньої Черлені з кількістю водоростей: найменше біля греблі, найбільше біля Очеретів.',
  },
  'chart-river-level': {
    en: 'Chart: the mean highest spring level fell from 418 cm in the 1880s to 121 cm in the 2020s, most steeply after 1961.',
    uk: 'Графік: середній найвищий весняний рівень упав із 418 см у 1880-х до 121 см у 2020-х, найкрутіше після 1961 року.',
  },
  'chart-outages': {
    en: 'Chart: hours without power by queue; queues 2 and 5 were cut for nine hours or more, against six promised.',
    uk: 'Графік: години без світла за чергами; черги 2 і 5 не мали світла дев’ять годин і більше замість обіцяних шести.',
  },
  'chart-tonnage': {
    en: 'Chart: in six of eight voyages the grain loaded exceeded the grain declared by about four thousand tonnes.',
    uk: 'Графік: у шести рейсах із восьми навантажили приблизно на чотири тисячі тонн більше, ніж задекларували.',
  },
  'chart-heat-bill': {
    en: 'Chart: of 100 hryvnias of a heating bill 54 pay for gas and 17 for heat lost on the way.',
    uk: 'Графік: зі 100 гривень за опалення 54 йдуть на газ, 17 — на тепло, втрачене дорогою.',
  },
};
