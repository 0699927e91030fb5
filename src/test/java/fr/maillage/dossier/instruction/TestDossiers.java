package fr.maillage.dossier.instruction;

import fr.maillage.access.Institution;
import fr.maillage.access.InstitutionView;
import fr.maillage.access.Institutions;
import fr.maillage.access.Place;
import fr.maillage.access.Role;
import fr.maillage.access.TestAccounts;
import fr.maillage.community.CommunityView;
import fr.maillage.community.TestCommunities;
import fr.maillage.demo.ProjectMaker;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes complete projects and the institutions that instruct them, for tests. */
@Component
public class TestDossiers {

    /** Millau and three neighbours, in the Aveyron. */
    public static final List<String> MILLAU = List.of("12145", "12002", "12084", "12225");

    private final TestCommunities communities;
    private final TestAccounts accounts;
    private final Institutions institutions;
    private final ProjectMaker maker;

    TestDossiers(TestCommunities communities, TestAccounts accounts, Institutions institutions, ProjectMaker maker) {
        this.communities = communities;
        this.accounts = accounts;
        this.institutions = institutions;
        this.maker = maker;
    }

    public CommunityView communityReadyToDeposit(String name) {
        return communityReadyToDeposit(name, MILLAU);
    }

    public CommunityView communityReadyToDeposit(String name, List<String> communes) {
        var view = communities.create(name);
        maker.fill(view, communes, ProjectMaker.Progress.READY);
        return view;
    }

    public InstitutionView arsOfAveyron() {
        return person("ars-aveyron", "ARS Occitanie, délégation de l’Aveyron", Role.ARS_DELEGATION, "76", "12");
    }

    public InstitutionView arsOfOccitanie() {
        var office =
                institutions.create("ars-occitanie", "ARS Occitanie, siège", Role.ARS_HEAD_OFFICE, "76", List.of());
        var actor = accounts.create(
                "Hélène Sauvanet", "siege@maillage.example", Role.ARS_HEAD_OFFICE, Place.institution(office));
        return new InstitutionView(office, actor);
    }

    public InstitutionView cpamOfAveyron() {
        return person("cpam-aveyron", "CPAM de l’Aveyron", Role.CPAM, "76", "12");
    }

    public InstitutionView msaOfAveyron() {
        return person("msa-aveyron", "MSA de l’Aveyron", Role.MSA, "76", "12");
    }

    public InstitutionView arsElsewhere() {
        return person("ars-rhone", "ARS Auvergne-Rhône-Alpes, délégation du Rhône", Role.ARS_DELEGATION, "84", "69");
    }

    public InstitutionView cpamElsewhere() {
        return person("cpam-lozere", "CPAM de la Lozère", Role.CPAM, "76", "48");
    }

    private InstitutionView person(String slug, String name, Role role, String region, String departement) {
        Institution institution = institutions.create(slug, name, role, region, List.of(departement));
        var actor = accounts.create("Fabrice Delmas", slug + "@maillage.example", role, Place.institution(institution));
        return new InstitutionView(institution, actor);
    }
}
