package fr.maillage.diagnosis.apl;

import java.util.List;

/** How much a practice counts for people who need some minutes to reach it: 1 nearby, falling with time, 0 too far. */
public sealed interface Decay {

    /** @param minutes zero or more */
    double weight(double minutes);

    /** From this many minutes on the weight is zero: the longest catchment. */
    double limit();

    /** A step function: the weight of a step holds under its bound. */
    final class Steps implements Decay {

        private final double[] bounds;
        private final double[] weights;

        /**
         * @param bounds in minutes, growing; a time that equals a bound belongs to the next step
         * @param weights one by bound, 0 to 1, never growing
         */
        public Steps(List<Double> bounds, List<Double> weights) {
            if (bounds.isEmpty() || bounds.size() != weights.size()) {
                throw new IllegalArgumentException("as many weights as bounds: " + bounds + ", " + weights);
            }
            this.bounds = bounds.stream().mapToDouble(Double::doubleValue).toArray();
            this.weights = weights.stream().mapToDouble(Double::doubleValue).toArray();
            for (int i = 0; i < this.bounds.length; i++) {
                boolean further = this.bounds[i] > (i == 0 ? 0 : this.bounds[i - 1]);
                boolean lighter = this.weights[i] <= (i == 0 ? 1 : this.weights[i - 1]) && this.weights[i] > 0;
                if (!further || !lighter) {
                    throw new IllegalArgumentException("steps must go further and weigh less: " + bounds + weights);
                }
            }
        }

        @Override
        public double weight(double minutes) {
            for (int i = 0; i < bounds.length; i++) {
                if (minutes < bounds[i]) {
                    return weights[i];
                }
            }
            return 0;
        }

        @Override
        public double limit() {
            return bounds[bounds.length - 1];
        }
    }

    /** A bell: {@code exp(-t² / 2b²)}, cut at the limit. */
    record Gaussian(double bandwidth, double limit) implements Decay {

        public Gaussian {
            checkContinuous(bandwidth, limit);
        }

        @Override
        public double weight(double minutes) {
            double ratio = minutes / bandwidth;
            return minutes < limit ? Math.exp(-ratio * ratio / 2) : 0;
        }
    }

    /** {@code exp(-t / b)}, cut at the limit. */
    record Exponential(double bandwidth, double limit) implements Decay {

        public Exponential {
            checkContinuous(bandwidth, limit);
        }

        @Override
        public double weight(double minutes) {
            return minutes < limit ? Math.exp(-minutes / bandwidth) : 0;
        }
    }

    private static void checkContinuous(double bandwidth, double limit) {
        if (!(bandwidth > 0) || !(limit > 0) || Double.isInfinite(limit)) {
            throw new IllegalArgumentException("bandwidth and limit are minutes: " + bandwidth + ", " + limit);
        }
    }
}
