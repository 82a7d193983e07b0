package io.barograph.testkit.accounts;

import java.util.Locale;

/** Names of companies that do not exist, unlike each other for the first {@value #COUNT} numbers. */
final class CompanyNames {

    private static final String[] FIRST = {
        "Alder", "Amber", "Anvil", "Arbor", "Aspen", "Beacon", "Birch", "Bramble", "Brook", "Cairn", "Cedar", "Cinder",
        "Cobalt", "Copper", "Coral", "Crest", "Delta", "Drift", "Ember", "Falcon", "Fern", "Flint", "Garnet", "Glen",
        "Granite", "Harbour", "Hazel", "Heron", "Hollow", "Indigo", "Iron", "Juniper", "Kestrel", "Lark", "Linden",
        "Lunar", "Maple", "Marble", "Meadow", "Mist"
    };

    private static final String[] SECOND = {
        "bridge", "field", "ford", "gate", "grove", "haven", "hurst", "lane", "marsh", "moor", "point", "ridge",
        "stead", "stone", "vale", "water", "wick", "wood", "worth"
    };

    private static final String[] LAST = {
        "Analytics",
        "Bank",
        "Care",
        "Clinics",
        "College",
        "Energy",
        "Foods",
        "Freight",
        "Group",
        "Insurance",
        "Labs",
        "Logistics",
        "Media",
        "Motors",
        "Partners",
        "Press",
        "Retail",
        "Robotics",
        "Software",
        "Systems",
        "Textiles",
        "Tools",
        "Works"
    };

    static final int COUNT = 40 * 19 * 23;

    /** Coprime to the number of names, so that neighbours are unlike each other. */
    private static final int STRIDE = 7_919;

    private CompanyNames() {}

    static String name(int number) {
        int index = Math.floorMod(number * STRIDE, COUNT);
        String first = FIRST[index % FIRST.length];
        String second = SECOND[index / FIRST.length % SECOND.length];
        return first + second + " " + LAST[index / FIRST.length / SECOND.length];
    }

    /** The name as an account id. */
    static String id(String name) {
        return name.toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
