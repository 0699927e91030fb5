package fr.maillage.dossier.completeness;

import fr.maillage.community.CommunityId;
import fr.maillage.community.Perimeter;
import fr.maillage.community.PerimeterPlace;
import fr.maillage.dossier.Dossier;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.completeness.CompletenessReport.Check;
import fr.maillage.dossier.projection.CommunityFacts;
import fr.maillage.dossier.projection.CommunityReader;
import fr.maillage.dossier.trame.Filling;
import fr.maillage.dossier.trame.Trame;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.dossier.trame.Trames;
import fr.maillage.dossier.writing.SectionText;
import fr.maillage.dossier.writing.Texts;
import fr.maillage.rules.SizeClasses;
import fr.maillage.shared.Today;
import fr.maillage.territory.Overviewed;
import fr.maillage.territory.Part;
import fr.maillage.territory.Territories;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Says which rules a dossier meets: those its trame names, and the texts its trame asks for. */
@Service
public class Completeness {

    private final Dossiers dossiers;
    private final Trames trames;
    private final Texts texts;
    private final CommunityReader reader;
    private final Territories territories;
    private final Today today;

    Completeness(
            Dossiers dossiers,
            Trames trames,
            Texts texts,
            CommunityReader reader,
            Territories territories,
            Today today) {
        this.dossiers = dossiers;
        this.trames = trames;
        this.texts = texts;
        this.reader = reader;
        this.territories = territories;
        this.today = today;
    }

    /** As the dossier stands now. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public CompletenessReport of(Dossier dossier) {
        return of(dossier, reader.of(dossier.community()), texts.of(dossier.id()));
    }

    /** As it stands now; before anybody has begun the dossier, what the usual trame asks for. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public CompletenessReport of(CommunityId community, DossierKind kind) {
        return dossiers.of(community, kind)
                .map(this::of)
                .orElseGet(() -> report(trames.byDefault(kind), kind, reader.of(community), Map.of()));
    }

    /** As it stands, from what was read already. */
    public CompletenessReport of(Dossier dossier, CommunityFacts facts, Map<String, SectionText> texts) {
        return report(trames.of(dossier), dossier.kind(), facts, texts);
    }

    private CompletenessReport report(
            Trame trame, DossierKind kind, CommunityFacts facts, Map<String, SectionText> texts) {
        var written = SectionText.written(texts);
        var territory = facts.territory();
        var connected = territory == null ? null : connected(territory);
        var day = today.day();
        var coherence = SizeClasses.on(day).coherence();
        var looked = ProjectFacts.of(day, facts, coherence, connected, written);
        return new CompletenessReport(
                checks(trame, kind, "/cpts/" + facts.community().slug() + "/", looked, texts),
                Held.of(facts, kind, written.size()),
                Findings.of(kind, trame, looked));
    }

    /** Whether the communes touch; null when a contour is missing. */
    private @Nullable Boolean connected(Perimeter territory) {
        var whole = new ArrayList<String>();
        var parts = new ArrayList<Part>();
        for (PerimeterPlace place : territory.places()) {
            if (place.part() == null) {
                whole.add(place.commune());
            } else {
                int population = place.population() == null ? 0 : place.population();
                parts.add(new Part(place.commune(), place.part(), population));
            }
        }
        var answer = territories.overview(whole, parts, territory.community().value());
        return answer instanceof Overviewed.Done(var overview) ? overview.connected() : null;
    }

    /** @param cpts address of the CPTS, with a final slash */
    private static List<Check> checks(
            Trame trame, DossierKind kind, String cpts, ProjectFacts facts, Map<String, SectionText> texts) {
        var checks = new LinkedHashMap<String, Check>();
        for (TrameSection section : trame.inOrder()) {
            section.narrative()
                    .filter(narrative -> narrative.expectation() != Filling.Expectation.FREE)
                    .map(narrative -> written(trame, kind, cpts, section, narrative, facts))
                    .ifPresent(check -> checks.put(check.code(), check));
            section.narrative()
                    .map(narrative -> texts.get(narrative.key()))
                    .flatMap(text -> contradicted(kind, cpts, section, text, facts))
                    .ifPresent(check -> checks.put(check.code(), check));
            // A rule named by several sections counts once, at the first.
            for (String code : section.rules()) {
                checks.computeIfAbsent(
                        code, _ -> check(cpts, section, ProjectRule.ofCode(code).orElseThrow(), facts));
            }
        }
        return List.copyOf(checks.values());
    }

    private static Check check(String cpts, TrameSection section, ProjectRule rule, ProjectFacts facts) {
        var verdict = rule.check(facts);
        return new Check(
                rule.code(),
                rule.sentence(),
                rule.source(),
                section.key(),
                cpts + rule.page() + verdict.within(),
                rule.severity(),
                verdict.satisfied(),
                verdict.detail(),
                null);
    }

    private static Check written(
            Trame trame,
            DossierKind kind,
            String cpts,
            TrameSection section,
            Filling.Narrative narrative,
            ProjectFacts facts) {
        boolean satisfied = facts.written().contains(narrative.key());
        return new Check(
                CompletenessReport.WRITTEN + narrative.key(),
                "La section " + section.number() + " « " + section.title() + " » est écrite",
                trame.title() + ", section " + section.number(),
                section.key(),
                cpts + kind.path() + "/sections/" + section.key(),
                narrative.expectation() == Filling.Expectation.REQUIRED ? Severity.BLOCKING : Severity.ADVISED,
                satisfied,
                satisfied ? "" : "Écrivez quelques lignes dans cette section.",
                new CompletenessReport.Text(section.number(), section.title()));
    }

    /** A figure of a text that the project contradicts; nothing to say of a text that agrees. */
    private static Optional<Check> contradicted(
            DossierKind kind, String cpts, TrameSection section, SectionText text, ProjectFacts facts) {
        var found = WordsAgainstFacts.in(text.text(), facts.communes(), facts.population());
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Check(
                        CompletenessReport.COHERENT + text.key(),
                        "Les chiffres de la section " + section.number() + " sont celles du projet",
                        "Lecture du dossier par Maillage, comparé au territoire choisi",
                        section.key(),
                        cpts + kind.path() + "/sections/" + section.key(),
                        Severity.ADVISED,
                        false,
                        "À vérifier\u00A0: " + String.join(" ", found),
                        null));
    }
}
