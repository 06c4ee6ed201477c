import Ledger

/// Names of people and streets, collected for this program.
enum DemoNames {
  static let first = words(
    """
    Ada Adela Agnes Aisha Alan Albert Alice Alma Alonzo Amara Amir Ana Andre Angela Anil Anita \
    Anton Ariel Arthur Astrid Aurora Axel Beatriz Ben Bernice Bianca Boris Brenda Bruno Caleb \
    Camila Carl Carmen Cecil Celia Chloé Clara Claude Connie Cora Cyrus Dalia Damon Daphne Darius \
    Davina Deepa Delia Denis Desmond Diego Dinah Dominic Dora Earl Edith Edwin Elena Eli Elsa \
    Emil Emma Enid Enrique Erin Esther Ethan Eva Ezra Farah Faye Felix Fern Fiona Floyd Frances \
    Fred Freya Gail Gaurav Gemma George Gilda Giles Gloria Grace Greta Gus Gwen Hana Harold Hassan \
    Hazel Hector Heidi Helen Henry Hilda Homer Hugo Ida Ignacio Ilse Imani Inês Ingrid Ira Irene \
    Isaac Isla Ivan Ivy Jacob Jada Jamal Jana Jasper Jean Jerome Jill Joan Joaquín Joel Jonas \
    José Judith Julian June Kara Karim Keiko Kenji Kira Kofi Kurt Lance Lara Laszlo Layla Leah \
    Leon Leticia Lewis Lila Linh Liam Lola Lorenzo Lucía Luis Lydia Mabel Magda Malik Mara Marcel \
    Margot Mario Marta Maya Mei Mercy Miguel Milo Mina Mona Morris Nadia Naomi Ned Nina Noah Nora \
    Octavia Odessa Olga Oliver Omar Opal Orin Oscar Otto Paloma Paul Pearl Pedro Penny Percy Petra \
    Phoebe Pierre Priya Quinn Rafael Ramona Raúl Ravi Regina René Rhoda Rita Roland Rosa Roy Ruben \
    Ruby Ruth Sadie Salma Samir Sara Saul Selma Seth Simone Sofía Stella Sven Sylvia Tara Tessa \
    Thea Theo Tobias Tomás Trudy Uma Una Ursula Vera Vernon Victor Viola Vivian Wanda Warren Wei \
    Wilma Xavier Yara Yolanda Yuri Yusuf Zara Zelda Zoë
    """)

  static let last = words(
    """
    Abara Abbott Acker Adeyemi Aguilar Ahmed Alder Almeida Alvarado Amato Anders Arce Ashby \
    Atwater Avila Babb Bain Barlow Barros Baxter Becker Bellamy Benítez Berg Bishop Björk Blanc \
    Boland Bower Braun Brennan Briggs Brody Bui Burke Cabrera Cahill Calder Cantú Carver Castle \
    Chávez Chen Cho Clary Colby Conway Cordero Costa Crane Cruz Curtis Dahl Dalton D'Angelo Darby \
    Das Dawes Delgado Denton Desai Dietz Dixon Dolan Donahue Dorsey Doyle Drake Duarte Dunn Dvořák \
    Eads Easton Egan Ekström Ellery Emory Engel Espinoza Esteves Farrow Faulk Fay Fenwick Ferrer \
    Finch Fischer Flores Forde Fox Frey Fuentes Gallo Gamble García Garner Gates Geary Ghosh \
    Gibbons Gill Goddard Gómez Goodwin Graham Greer Grimes Gruber Guerra Gupta Haas Hadley Hale \
    Hansen Hardy Hassani Hayes Heller Herrera Hess Hobbs Holm Hood Horne Hoyt Huang Hughes Hyde \
    Ibarra Ibrahim Ingram Irwin Ito Jansen Jarvis Jensen Jiménez Johal Joyce Juárez Kane Kapoor \
    Karlsson Kaur Keane Kelso Kemp Khan Kim Kirby Klein Knox Koch Kovač Kruse Kumar Laird Lam \
    Landry Larkin Laska Lavoie Lê Leclerc Lehman León Levy Lind Locke Löwe Lowry Luna Lynch Maher \
    Malone Marín Marsh Mata Mbeki McAdams McBride McCabe McGill McKenna Medina Mehta Mendoza \
    Mercer Meyer Mireles Mohr Molina Monroe Moreau Morrow Müller Muñoz Nagy Nakamura Nash Navarro \
    Neal Nguyễn Nielsen Nolan Novak Núñez Oakley O'Brien Ochoa O'Connor O'Dell Ogden Okafor Olsen \
    O'Neill Ono Orozco Ortiz Osei Otero Padilla Palmer Park Patel Paz Pearce Peña Pereira Pham \
    Pike Pittman Polk Porter Pratt Prieto Quigley Quintana Ramírez Rao Ray Redding Reyes Riggs \
    Rinaldi Ríos Roark Rojas Romano Rowe Rubio Ruiz Ryder Saito Salas Salinas Sandoval Santos \
    Saunders Schäfer Schultz Sears Sethi Shaw Shea Silva Singh Skaggs Sloan Smits Solís Sørensen \
    Soto Stark Steele Stowe Suárez Sutton Svensson Swain Tanaka Tate Tejada Thorne Tóth Trần \
    Trujillo Tully Tyson Ueda Underhill Upton Urban Valdez Vance Varga Vaughn Vega Velasco Vogel \
    Vu Wade Waller Walsh Wang Ware Weaver Weber Weiss Whelan Wilder Winslow Wolfe Wu Wynn Yamada \
    Yancey Yates Ybarra Yoder Young Zamora Zapata Żak Zhang Ziegler Zimmer
    """)

  static let streets = words(
    """
    Acorn Alder Amber Anchor Apple Arbor Ash Aspen Barley Basin Bayberry Beacon Beech Birch Blossom \
    Bluebell Bluff Briar Bridge Brook Buckeye Burr Canal Cardinal Catalpa Cedar Chapel Cherry \
    Chestnut Clay Clearwater Clover Coal Copper Cottage Creek Crescent Cypress Depot Dogwood Eagle \
    Elder Elm Falcon Fern Ferry Field Finch Flint Foundry Fox Garden Granite Grove Harbor Harvest \
    Hawk Hawthorn Hazel Heather Hemlock Heron Hickory Hill Holly Iris Ivy Jasper Juniper Kestrel \
    Lake Lantern Larch Lark Laurel Lilac Lime Linden Locust Magnolia Mallard Maple Market Marsh \
    Meadow Mill Mulberry Oak Orchard Osprey Park Pearl Pine Pioneer Plum Poplar Prairie Quail \
    Quarry Redbud Ridge River Robin Rose Rowan Sage Sorrel Spring Spruce Sumac Sycamore Thistle \
    Timber Tulip Union Valley Vine Walnut Willow Wren Yarrow
    """)

  private static func words(_ text: String) -> [String] {
    text.split(separator: " ").map { String($0) }
  }
}
