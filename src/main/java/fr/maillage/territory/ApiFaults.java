package fr.maillage.territory;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;

/** A refused request of the REST interface, told in French with every fault at once (RFC 9457). */
final class ApiFaults {

    /**
     * @param champ the field in the request: {@code communes[3]}
     * @param message a whole sentence saying how to mend it
     */
    record Fault(String champ, String message) {}

    private ApiFaults() {}

    static ResponseEntity<ProblemDetail> answer(List<Fault> faults) {
        var detail =
                faults.size() == 1 ? faults.getFirst().message() : "La demande contient " + faults.size() + " erreurs.";
        var problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_CONTENT, detail);
        problem.setTitle("Demande refusée");
        problem.setProperty("erreurs", faults);
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
