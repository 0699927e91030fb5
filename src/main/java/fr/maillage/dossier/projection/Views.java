package fr.maillage.dossier.projection;

import fr.maillage.community.Perimeter;
import fr.maillage.documents.Block;
import fr.maillage.dossier.trame.TrameSection;
import fr.maillage.dossier.trame.ViewKind;
import fr.maillage.project.PrsPlan;
import fr.maillage.project.context.Reach;
import fr.maillage.shared.French;
import fr.maillage.shared.Today;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Every view that a trame may ask for, made from the structured CPTS. */
@Component
class Views {

    private final TerritoryArtwork artwork;
    private final Reach reach;
    private final Today today;

    Views(TerritoryArtwork artwork, Reach reach, Today today) {
        this.artwork = artwork;
        this.reach = reach;
        this.today = today;
    }

    /** @param level of the section’s heading in the document: a view that has headings of its own goes below it */
    List<Block> of(ViewKind kind, TrameSection section, int level, CommunityFacts facts) {
        var project = facts.project();
        var participants = facts.participants();
        return switch (kind) {
            case IDENTITY -> PeopleViews.identity(facts.community(), facts.governance());
            case IDENTITY_OCCITANIE -> IdentityViews.occitanie(facts);
            case IDENTITY_AURA -> IdentityViews.aura(facts, French.date(today.day()));
            case MAP -> facts.territory() == null ? List.of() : artwork.map(facts.territory());
            case COMMUNES -> onTerritory(facts, TerritoryViews::communes);
            case POPULATION -> onTerritory(facts, TerritoryViews::population);
            case SIZE -> onTerritory(facts, territory -> TerritoryViews.sizes(territory, today.day()));
            case PROFESSIONALS -> PeopleViews.professionals(participants);
            case HEALTH_STRUCTURES -> PeopleViews.structures(participants, true);
            case SOCIAL_STRUCTURES -> PeopleViews.structures(participants, false);
            case MEMBERS -> PeopleViews.members(participants);
            case PARTNERS -> PeopleViews.partners(participants);
            case COMPOSITION -> CompositionViews.composition(participants);
            case PROFESSIONALS_INVOLVED -> CompositionViews.people(participants);
            case STRUCTURES_INVOLVED -> CompositionViews.structures(participants);
            case MEANS -> CompositionViews.means(facts);
            case LEGAL_FORM -> PeopleViews.legalForm(facts.community(), facts.governance());
            case GOVERNANCE -> PeopleViews.governance(facts.governance());
            case MISSIONS -> ProjectViews.missions(project);
            case BASE_MISSIONS -> ProjectViews.baseMissions(project);
            case OPTIONAL_MISSIONS -> ProjectViews.optionalMissions(project);
            case PROBLEMS -> ProblemViews.of(project);
            case PROBLEMS_BY_THEME -> ProblemViews.byTheme(project);
            case GENERAL_OBJECTIVES -> ProjectViews.generalObjectives(project);
            case OPERATIONAL_OBJECTIVES -> ProjectViews.operationalObjectives(project);
            case BENEFICIARIES -> ProjectViews.beneficiaries(project);
            case INDICATORS -> IndicatorViews.all(project);
            case QUANTITATIVE_INDICATORS -> IndicatorViews.quantitative(project);
            case QUALITATIVE_INDICATORS -> IndicatorViews.qualitative(project);
            case CALENDAR -> ProjectViews.calendar(project);
            case PROJECT_CALENDAR -> ProjectCalendar.of(facts);
            case COMMITMENTS -> PeopleViews.commitments(participants);
            case BUDGET -> BudgetViews.of(project.budgets(), today.day());
            case BUDGET_FORM -> BudgetForm.of(project.budgets(), today.day());
            case PRE_PROJECT_BUDGET ->
                BudgetForm.ofPreProject(project.preProject(), facts.community().regionCode(), today.day());
            case ACTION_SHEETS -> ActionSheets.of(project, level, anchor(section), section.printedNumber());
            case SIGNATURE -> IdentityViews.signature(facts);
            case PARTNERSHIPS -> PartnerViews.all(facts.context());
            case EXISTING_ACTORS -> PartnerViews.existing(facts.context());
            case LOCAL_AUTHORITIES -> PartnerViews.authorities(facts.context());
            case SUPPORT_PLATFORM -> PartnerViews.supportPlatform(facts.context());
            case OUTREACH ->
                ContextViews.outreach(
                        facts.context(),
                        reach.of(
                                facts.territory(), participants, facts.context().outreach()));
            case SYSTEMS -> SystemViews.used(facts.context());
            case SYSTEM_NEEDS -> SystemViews.wanted(facts.context());
            case REGIONAL_SYSTEMS ->
                SystemViews.regional(facts.context(), facts.community().regionCode());
            case TELEHEALTH -> SystemViews.telehealth(facts.context());
            case PRS_THEMES -> PrsViews.of(PrsPlan.Kind.THEMES, facts);
            case PRS_PATHWAYS -> PrsViews.of(PrsPlan.Kind.PATHWAYS, facts);
            case PRS_EQUIPMENT -> PrsViews.of(PrsPlan.Kind.EQUIPMENT, facts);
            case PRS_AND_LOCAL_CONTRACT -> PrsViews.withLocalContracts(facts);
            case ACTION_MEANS -> ProjectViews.means(project);
            case ADOPTED_STATUTES ->
                facts.statutesAdoptedOn() == null
                        ? Absent.sentence("Les statuts ne sont pas encore adoptés.")
                        : List.of(
                                Block.paragraph("Statuts adoptés le " + French.date(facts.statutesAdoptedOn()) + "."));
            case ACTIVE_FILE -> ProjectViews.activeFile(project);
            case POSTS -> ContextViews.posts(facts);
            case JOB_DESCRIPTIONS -> ContextViews.jobDescriptions(facts.context());
            case HISTORY -> ContextViews.history(facts.context());
            case COMMUNICATION -> ContextViews.communication(facts.context());
            case APPROACHES -> ContextViews.approaches(facts.context());
            case EVALUATIONS -> ContextViews.evaluations(facts.context());
        };
    }

    /** The anchor of a section in the document. */
    static String anchor(TrameSection section) {
        return "s-" + section.key();
    }

    private static List<Block> onTerritory(CommunityFacts facts, Function<Perimeter, List<Block>> view) {
        return facts.territory() == null
                ? Absent.sentence("Le territoire n’est pas encore choisi.")
                : view.apply(facts.territory());
    }
}
