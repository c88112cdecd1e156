import type { Random } from './random.ts';

export type NameStock =
  | 'dutch'
  | 'english'
  | 'french'
  | 'german'
  | 'italian'
  | 'japanese'
  | 'nordic'
  | 'polish'
  | 'spanish'
  | 'ukrainian';

interface Stock {
  readonly given: string;
  readonly family: string;
}

/** In Latin letters; Ukrainian ones are beside, letter for letter at the same places. */
const stocks: Record<NameStock, Stock> = {
  english: {
    given:
      'Alice Andrew Anna Ben Caroline Charlotte Chris Claire Daniel David Eleanor Emily Fiona Frank George Grace Hannah Helen Ian Jack James Jane Joan John Judith Karen Kate Laura Liam Linda Lucy Margaret Mark Martin Mary Matthew Michael Nora Oliver Patricia Paul Peter Rachel Rebecca Richard Robert Ruth Sarah Simon Susan Thomas Tom Victoria William',
    family:
      'Adams Allen Baker Bennett Brennan Brooks Byrne Campbell Carter Clarke Collins Cooper Davies Doyle Edwards Evans Fisher Foster Gallagher Grant Green Hall Harris Hayes Hughes Jackson Jenkins Kelly Kennedy King Lawson Lewis Mason Miller Mitchell Moore Murphy Nelson Newman Palmer Parker Price Reid Roberts Robinson Russell Scott Shaw Simmons Stone Taylor Turner Walker Walsh Ward Watson Wood Wright Young',
  },
  german: {
    given:
      'Andreas Anja Anke Barbara Bernd Birgit Christian Claudia Daniela Dieter Dirk Elke Eva Felix Florian Franziska Gabriele Georg Hanna Heike Ingrid Jan Johanna Jonas Julia Jürgen Karin Katharina Klaus Lena Lukas Manfred Maria Markus Martina Matthias Monika Niklas Petra Rainer Sabine Sebastian Silke Stefan Susanne Thomas Ulrike Uwe Wolfgang',
    family:
      'Albrecht Bauer Becker Berger Böhm Brandt Busch Dietrich Engel Fischer Frank Friedrich Fuchs Graf Groß Haas Hartmann Heinrich Hoffmann Huber Kaiser Keller Koch Köhler Kraus Krüger Lang Lehmann Lorenz Maier Meyer Möller Neumann Pfeiffer Richter Roth Sauer Schäfer Schmidt Schneider Schreiber Schulz Seidel Sommer Stein Vogel Wagner Weber Winkler Wolf Ziegler',
  },
  french: {
    given:
      'Adrien Agnès Alain Amélie Antoine Benoît Camille Caroline Céline Chloé Claire Denis Élise Émile Étienne Florence Franck Gilles Hélène Hugo Isabelle Jacques Julien Laure Louis Lucie Manon Marc Mathilde Nathalie Nicolas Odile Olivier Pascal Pauline Philippe Pierre Sophie Sylvie Thierry Valérie Yves',
    family:
      'André Aubert Bernard Bertrand Blanc Bonnet Boyer Chevalier Clément David Denis Dubois Dumont Dupuis Durand Fabre Faure Fontaine Fournier Garnier Gauthier Girard Guérin Lambert Laurent Lefèvre Legrand Lemaire Leroy Marchand Martin Mercier Moreau Morel Perrin Petit Renard Rey Robin Rousseau Roux Simon Vidal',
  },
  dutch: {
    given:
      'Anneke Annelies Bart Bas Daan Diederik Els Erik Esther Femke Floor Gerrit Hanneke Hans Hendrik Ilse Inge Jan Jeroen Johan Joost Karin Kees Lieke Lotte Maarten Marieke Mark Mieke Nienke Niels Pieter Roel Ruben Saskia Sjoerd Stijn Tess Tim Wim Wouter Yvonne',
    family:
      'Bakker Bos Bosman Brouwer Dekker Dijkstra Hendriks Hermans Hoekstra Jacobs Janssen Koning Kramer Kuiper Maes Martens Meijer Mulder Peeters Postma Prins Scholten Schouten Smit Timmermans Verbeek Verhoeven Vermeulen Visser Vos Willems Wouters',
  },
  spanish: {
    given:
      'Alba Alejandro Álvaro Ana Andrés Beatriz Carlos Carmen Cristina Diego Elena Fernando Francisco Gonçalo Inês Irene Javier Joana João Jorge José Laura Lucía Luis Manuel María Marta Miguel Nuria Pablo Paula Pedro Pilar Raquel Rosa Rui Sara Sergio Sofia Teresa Tiago',
    family:
      'Alonso Álvarez Blanco Cabral Campos Castro Correia Costa Delgado Díaz Domínguez Fernández Ferreira Fonseca García Gil Gómez González Hernández Herrera Iglesias Jiménez López Marín Martínez Medina Molina Moreno Navarro Ortega Pereira Ramos Rivas Rojas Romero Ruiz Sanz Santos Serrano Silva Torres Vega',
  },
  italian: {
    given:
      'Alessandra Alessio Andrea Antonio Beatrice Bruno Carla Chiara Claudio Davide Elena Elisa Enrico Fabio Federica Francesca Franco Giacomo Giorgia Giovanni Giulia Giuseppe Ilaria Laura Lorenzo Luca Lucia Marco Marta Matteo Nicola Paola Paolo Pietro Roberta Sandro Sara Silvia Stefano Valentina',
    family:
      'Barbieri Basile Bianchi Bruno Caruso Colombo Conti Costa Esposito Fabbri Farina Ferrara Ferrari Fontana Galli Gatti Gentile Giordano Greco Leone Lombardi Longo Mancini Mariani Marini Marino Martini Messina Moretti Pellegrini Ricci Rinaldi Riva Rizzo Romano Rossi Russo Sala Santoro Serra Testa Vitale',
  },
  polish: {
    given:
      'Adam Agata Agnieszka Aleksandra Andrzej Anna Barbara Bartosz Beata Dorota Ewa Filip Grzegorz Hanna Iwona Jakub Jan Joanna Julia Kamil Karolina Katarzyna Krzysztof Łukasz Maciej Magdalena Małgorzata Marcin Marek Marta Michał Monika Natalia Paweł Piotr Rafał Tomasz Wojciech Zofia',
    family:
      'Baran Błaszczyk Czarnecki Dąbrowa Duda Gajda Głowacz Górka Jabłoński Jankowiak Kaczmarek Kania Kołodziej Kowal Kowalczyk Kozioł Krawczyk Kubiak Lis Madej Majewska Marciniak Mazur Michalak Nowak Olszak Pawlak Piątek Pietrzak Sikora Sobczak Stępień Szewczyk Szulc Urban Walczak Wilk Wójcik Wróbel Zając Zawadzka Zięba',
  },
  nordic: {
    given:
      'Aino Anders Anna Annika Astrid Birgitta Eero Elin Elsa Emil Erik Eva Freja Gunnar Hanna Heikki Helena Henrik Ingrid Johan Jukka Kaisa Karin Katri Kristiina Lars Lauri Leena Linnea Maarja Magnus Marja Marta Mikael Nils Olav Oskar Per Pirjo Ragnhild Sigrid Sven Tiina Tuomas Ulla Veera',
    family:
      'Aalto Andersson Berg Bergström Dahl Eklund Eriksen Forsberg Hagen Halonen Hansen Heikkinen Holm Järvinen Johansen Karlsson Kask Koskinen Laine Larsen Lindberg Lindqvist Lund Mäkinen Mets Moen Nieminen Nilsson Nyström Olsen Persson Rebane Saar Sandberg Solberg Strand Svensson Tamm Vinter Virtanen Wallin',
  },
  japanese: {
    given:
      'Akiko Ayumi Daisuke Emi Haruka Hiroshi Kaori Kenji Kenta Mai Makoto Mariko Naoko Ryo Satoshi Shinji Takashi Tomoko Yuki Yumi',
    family:
      'Fujita Hasegawa Ikeda Inoue Ishikawa Kato Kimura Matsumoto Mori Nakamura Nishida Ogawa Okada Saito Sasaki Shimizu Suzuki Tanaka Ueda Yamada',
  },
  ukrainian: {
    given:
      'Anastasiia Andrii Anna Bohdan Bohdana Daryna Denys Dmytro Halyna Hanna Ihor Inna Iryna Ivan Kateryna Larysa Lesia Liudmyla Maksym Marharyta Mariia Marta Mykhailo Mykola Nadiia Natalia Oksana Oleh Olena Olha Oleksandr Ostap Pavlo Petro Polina Roman Serhii Solomiia Sofiia Stepan Svitlana Taras Tetiana Viktoriia Viktor Volodymyr Yana Yaroslav Yevhen Yuliia Yurii Zoriana',
    family:
      'Babenko Bilyk Bondarenko Boiko Chornovil Danylenko Didenko Doroshenko Fedorenko Hlushko Hnatenko Honchar Hrytsenko Ivashchenko Kharchenko Klymenko Kolomiiets Korniienko Kostenko Kovalenko Kozak Kravets Kulyk Kushnir Lysenko Marchenko Melnyk Mishchenko Moroz Nesterenko Oliinyk Panchenko Pavlenko Petrenko Ponomarenko Romanenko Rudenko Savchenko Semenko Shevchuk Skrypka Symonenko Tkach Tkachuk Vasylenko Vovk Yakymenko Yarosh Zhuk Zinchenko',
  },
};

const ukrainianInCyrillic: Stock = {
  given:
    'Анастасія Андрій Анна Богдан Богдана Дарина Денис Дмитро Галина Ганна Ігор Інна Ірина Іван Катерина Лариса Леся Людмила Максим Маргарита Марія Марта Михайло Микола Надія Наталія Оксана Олег Олена Ольга Олександр Остап Павло Петро Поліна Роман Сергій Соломія Софія Степан Світлана Тарас Тетяна Вікторія Віктор Володимир Яна Ярослав Євген Юлія Юрій Зоряна',
  family:
    'Бабенко Білик Бондаренко Бойко Чорновіл Даниленко Діденко Дорошенко Федоренко Глушко Гнатенко Гончар Гриценко Іващенко Харченко Клименко Коломієць Корнієнко Костенко Коваленко Козак Кравець Кулик Кушнір Лисенко Марченко Мельник Міщенко Мороз Нестеренко Олійник Панченко Павленко Петренко Пономаренко Романенко Руденко Савченко Семенко Шевчук Скрипка Симоненко Ткач Ткачук Василенко Вовк Якименко Ярош Жук Зінченко',
};

/** A name as it is written on the payment page, and the part of a mail address that is made of it. */
export interface DrawnName {
  readonly name: string;
  readonly mailbox: string;
}

export function drawName(random: Random, stock: NameStock, inCyrillic: boolean): DrawnName {
  const given = random.whole(0, words(stocks[stock].given).length - 1);
  const family = random.whole(0, words(stocks[stock].family).length - 1);
  const latin = nameAt(stocks[stock], given, family);
  return {
    name: inCyrillic ? nameAt(ukrainianInCyrillic, given, family) : latin,
    mailbox: plainLetters(latin),
  };
}

function nameAt(stock: Stock, given: number, family: number): string {
  return `${words(stock.given)[given] ?? ''} ${words(stock.family)[family] ?? ''}`;
}

const split = new Map<string, string[]>();

function words(list: string): string[] {
  const known = split.get(list);
  if (known) return known;
  const made = list.split(' ');
  split.set(list, made);
  return made;
}

function plainLetters(name: string): string {
  return name
    .replaceAll('ß', 'ss')
    .replaceAll(/[Łł]/g, 'l')
    .normalize('NFD')
    .replaceAll(/[^A-Za-z ]/g, '')
    .toLowerCase()
    .replace(' ', '.');
}
