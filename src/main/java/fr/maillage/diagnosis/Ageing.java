package fr.maillage.diagnosis;

/** The stated rule of an older population: nobody comes nor leaves, some pass from under 60 to 75 and more. */
final class Ageing {

    private static final int UNDER_60 = 4;
    private static final int FROM_75 = 5;

    private Ageing() {}

    /**
     * By how much the need of a commune is multiplied.
     *
     * @param people by class of age, as {@link Ages#CLASSES}
     * @param weights need of each class
     * @param share of all the people who pass, at most those there are under 60; each class gives and gets by its present
     *     number
     */
    static double ratio(double[] people, double[] weights, double share) {
        double all = 0;
        double young = 0;
        double old = 0;
        double need = 0;
        for (int age = 0; age < people.length; age++) {
            all += people[age];
            young += age < UNDER_60 ? people[age] : 0;
            old += age >= FROM_75 ? people[age] : 0;
            need += people[age] * weights[age];
        }
        double moved = Math.min(share * all, young);
        if (need == 0 || young == 0) {
            return 1;
        }
        double older = need;
        for (int age = 0; age < people.length; age++) {
            if (age < UNDER_60) {
                older -= moved * people[age] / young * weights[age];
            } else if (age >= FROM_75) {
                double part = old == 0 ? 1. / (people.length - FROM_75) : people[age] / old;
                older += moved * part * weights[age];
            }
        }
        return older / need;
    }
}
