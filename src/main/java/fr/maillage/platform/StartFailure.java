package fr.maillage.platform;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.web.server.PortInUseException;

/** Tells in French, on the console, why the program did not start; named in META-INF/spring.factories. */
final class StartFailure implements FailureAnalyzer, FailureAnalysisReporter {

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DatabaseRefusal refusal) {
                return new FailureAnalysis(refusal.reason(), refusal.whatToDo(), refusal);
            }
            if (cause instanceof PortInUseException taken) {
                return new FailureAnalysis(
                        "Le port " + taken.getPort() + " est déjà pris par un autre programme.",
                        "Arrêtez ce programme, ou choisissez un autre port avec la variable MAILLAGE_PORT.",
                        taken);
            }
        }
        return null;
    }

    @Override
    public void report(FailureAnalysis analysis) {
        System.err.println("\nMaillage n’a pas pu démarrer.\n" + analysis.getDescription());
        if (analysis.getAction() != null) {
            System.err.println(analysis.getAction());
        }
    }
}
