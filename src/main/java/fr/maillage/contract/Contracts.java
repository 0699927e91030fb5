package fr.maillage.contract;

import fr.maillage.audit.Author;
import fr.maillage.audit.Entry;
import fr.maillage.audit.Journal;
import fr.maillage.audit.Subject;
import fr.maillage.community.Communities;
import fr.maillage.community.CommunityId;
import fr.maillage.community.CommunityView;
import fr.maillage.dossier.DossierKind;
import fr.maillage.dossier.Dossiers;
import fr.maillage.dossier.Step;
import fr.maillage.shared.French;
import fr.maillage.shared.NotFound;
import fr.maillage.shared.Saving;
import fr.maillage.shared.Today;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contracts of each CPTS: opened from a validated project, prepared, amended. */
@Service
public class Contracts {

    private final JdbcClient db;
    private final ContractReader reader;
    private final TermsWriter writer;
    private final TermsProposal proposal;
    private final Dossiers dossiers;
    private final Communities communities;
    private final Journal journal;
    private final Today today;

    Contracts(
            JdbcClient db,
            ContractReader reader,
            TermsWriter writer,
            TermsProposal proposal,
            Dossiers dossiers,
            Communities communities,
            Journal journal,
            Today today) {
        this.db = db;
        this.reader = reader;
        this.writer = writer;
        this.proposal = proposal;
        this.dossiers = dossiers;
        this.communities = communities;
        this.journal = journal;
        this.today = today;
    }

    /** Newest first. */
    public List<Contract> of(CommunityId community) {
        return reader.of(community);
    }

    /** The contract to show first: the one that runs, else the one being prepared, else the last. */
    public Optional<Contract> current(CommunityId community) {
        var all = reader.of(community);
        var day = today.day();
        return all.stream()
                .filter(contract -> contract.state() != Contract.State.DRAFT
                        && !contract.effectOn().isAfter(day))
                .findFirst()
                .or(() -> all.stream().findFirst());
    }

    /** @throws NotFound when this CPTS has no such contract */
    public Contract find(CommunityView view, String number) {
        return reader.of(view.id()).stream()
                .filter(contract -> contract.number().equals(number))
                .findFirst()
                .orElseThrow(() -> new NotFound("contract " + number + " of " + view.slug()));
    }

    /** Whether the projet de santé is validated, so that a contract can carry it out. */
    boolean mayOpen(CommunityId community) {
        return dossiers.of(community, DossierKind.HEALTH_PROJECT)
                .filter(dossier -> dossier.step() == Step.VALIDATED)
                .isPresent();
    }

    /**
     * Opens a contract from the validated project, filled with what the project and the grid in force say; two at once open
     * the same one.
     *
     * @param previous the contract that it renews, or null
     * @return empty when no project is validated
     */
    @Transactional
    public Optional<Contract> open(CommunityView view, UUID id, @Nullable Contract previous) {
        var project = dossiers.of(view.id(), DossierKind.HEALTH_PROJECT)
                .filter(dossier -> dossier.step() == Step.VALIDATED)
                .orElse(null);
        if (project == null) {
            return Optional.empty();
        }
        queue(view.id());
        var open = reader.of(view.id()).stream()
                .filter(contract -> contract.state() == Contract.State.DRAFT)
                .findFirst();
        if (open.isPresent()) {
            return open;
        }
        var effect = previous == null ? today.day() : previous.term();
        var proposed = proposal.first(view.id(), effect);
        var community = communities.find(view.id());
        db.sql("""
                        insert into contract.contract (id, community_id, number, dossier_id, previous_id, state, years,
                            created_at, created_by, changed_at, changed_by)
                        values (:id, :community, :number, :dossier, :previous, 'DRAFT', :years, :at, :by, :at, :by)
                        """)
                .param("id", id)
                .param("community", view.id().value())
                .param("number", nextNumber(community.seatDepartement()))
                .param("dossier", project.id().value())
                .param("previous", previous == null ? null : previous.id().value(), Types.OTHER)
                .param("years", proposed.grid().terms().contractYears())
                .param("at", now())
                .param("by", view.actor().name())
                .update();
        insertTerms(UUID.randomUUID(), id, 0, proposed, effect, List.of(), view);
        record(
                view.author(),
                new ContractId(id),
                view.id(),
                "contract.opened",
                previous == null
                        ? "Contrat ouvert à partir du projet de santé validé."
                        : "Renouvellement du contrat " + previous.number() + " ouvert.");
        return reader.find(new ContractId(id));
    }

    /** Begins an amendment from the terms in force; two at once begin the same one. */
    @Transactional
    public Terms amend(CommunityView view, Contract contract, String subject) {
        lock(contract.id());
        var fresh = reader.require(contract.id());
        var begun = fresh.draft();
        if (begun.isPresent()) {
            return begun.get();
        }
        if (fresh.state() != Contract.State.SIGNED) {
            throw new NotFound("amendment of " + contract.number());
        }
        var last = fresh.signed().getLast();
        var number = last.number() + 1;
        var effect = today.day().isBefore(fresh.effectOn()) ? fresh.effectOn() : today.day();
        var proposed = proposal.after(last, effect, subject);
        var id = UUID.randomUUID();
        insertTerms(id, contract.id().value(), number, proposed, effect, last.missions(), view);
        copyLines(last.id(), id, view);
        touch(contract.id(), view.author());
        record(
                view.author(),
                contract.id(),
                view.id(),
                "contract.amended",
                "Avenant " + number + " commencé : " + subject);
        return reader.require(contract.id()).draft().orElseThrow();
    }

    /** An amendment begins with the lines of results of the terms before it. */
    private void copyLines(UUID from, UUID to, CommunityView view) {
        db.sql("""
                        insert into contract.result_line (id, terms_id, mission, ordinal, code, label, indicator, unit, maximum,
                            direction, tiers, target, baseline, baseline_on, source, proof, added_at, added_by)
                        select gen_random_uuid(), :to, mission, ordinal, code, label, indicator, unit, maximum,
                            direction, tiers, target, baseline, baseline_on, source, proof, :at, :by
                        from contract.result_line where terms_id = :from
                        """)
                .param("from", from)
                .param("to", to)
                .param("at", now())
                .param("by", view.actor().name())
                .update();
    }

    /** Leaves an amendment that was not signed; it stays in the tables, unread. */
    @Transactional
    public void drop(CommunityView view, Contract contract) {
        lock(contract.id());
        int dropped = db.sql("""
                        update contract.terms set state = 'DROPPED', changed_at = ?, changed_by = ?
                        where contract_id = ? and state = 'DRAFT' and number > 0
                        """)
                .params(now(), view.actor().name(), contract.id().value())
                .update();
        if (dropped > 0) {
            record(view.author(), contract.id(), view.id(), "contract.dropped", "Avenant abandonné avant signature.");
        }
    }

    /**
     * Saves what a person says of the terms in preparation.
     *
     * @param version the one the form was filled from
     */
    @Transactional
    public Saving save(CommunityView view, Contract contract, int version, TermsTyped typed) {
        lock(contract.id());
        var fresh = reader.require(contract.id());
        var draft = fresh.draft().orElse(null);
        if (draft == null) {
            return new Saving.Refused("", "Ce texte vient d’être signé : il ne change plus. Relisez la page.");
        }
        if (draft.change().version() != version) {
            return new Saving.Overtaken(draft.change());
        }
        if (!draft.signatures().isEmpty()) {
            return new Saving.Refused("", "Une signature est déjà enregistrée. Retirez-la avant de changer le texte.");
        }
        var grid = proposal.grid(typed.grid());
        var faults = TermsWriter.faults(grid, typed);
        if (!faults.isEmpty()) {
            return new Saving.Refused(
                    faults.getFirst().field(), faults.getFirst().sentence());
        }
        db.sql("""
                        update contract.terms set effect_on = :effect, grid = :grid, size = :size, population = :population,
                            population_from = :origin, subject = :subject, version = version + 1, changed_at = :at,
                            changed_by = :by
                        where id = :id
                        """)
                .param("effect", typed.effectOn())
                .param("grid", grid.code())
                .param("size", typed.size())
                .param("population", typed.population(), Types.BIGINT)
                .param("origin", typed.populationFrom())
                .param("subject", typed.subject())
                .param("at", now())
                .param("by", view.actor().name())
                .param("id", draft.id())
                .update();
        writer.write(draft.id(), grid, typed, typed.effectOn(), earlier(fresh, draft));
        touch(contract.id(), view.author());
        record(view.author(), contract.id(), view.id(), "contract.prepared", draft.title() + " : texte modifié.");
        return Saving.DONE;
    }

    private static List<Terms.MissionLine> earlier(Contract contract, Terms draft) {
        return draft.number() == 0 ? List.of() : contract.signed().getLast().missions();
    }

    private void insertTerms(
            UUID id,
            UUID contract,
            int number,
            TermsProposal.Proposed proposed,
            LocalDate effect,
            List<Terms.MissionLine> before,
            CommunityView view) {
        var typed = proposed.typed();
        db.sql("""
                        insert into contract.terms (id, contract_id, number, state, effect_on, grid, size, population,
                            population_from, subject, changed_at, changed_by)
                        values (:id, :contract, :number, 'DRAFT', :effect, :grid, :size, :population, :origin, :subject,
                            :at, :by)
                        """)
                .param("id", id)
                .param("contract", contract)
                .param("number", number)
                .param("effect", effect)
                .param("grid", proposed.grid().code())
                .param("size", typed.size())
                .param("population", typed.population(), Types.BIGINT)
                .param("origin", typed.populationFrom())
                .param("subject", typed.subject())
                .param("at", now())
                .param("by", view.actor().name())
                .update();
        writer.write(id, proposed.grid(), typed, effect, before);
    }

    /**
     * Ends a contract before its term: its days after that one are not paid, what was paid for them is to be returned.
     *
     * @param lastDay within the contract
     * @return false when it had ended already
     */
    @Transactional
    public boolean end(CommunityView view, Contract contract, LocalDate lastDay, String reason) {
        lock(contract.id());
        int ended = db.sql("""
                        update contract.contract set state = 'ENDED', ended_on = :last, end_reason = :reason,
                            period = daterange(lower(period), cast(:last as date) + 1), version = version + 1,
                            changed_at = :at, changed_by = :by
                        where id = :id and state = 'SIGNED'
                        """)
                .param("last", lastDay)
                .param("reason", reason)
                .param("at", now())
                .param("by", view.actor().name())
                .param("id", contract.id().value())
                .update();
        if (ended > 0) {
            record(
                    view.author(),
                    contract.id(),
                    view.id(),
                    "contract.ended",
                    "Contrat résilié, dernier jour le " + French.date(lastDay) + " : " + reason);
        }
        return ended > 0;
    }

    /** Acts on a contract follow one another. */
    void lock(ContractId id) {
        var found = db.sql("select id from contract.contract where id = ? for update")
                .param(id.value())
                .query(UUID.class)
                .optional();
        if (found.isEmpty()) {
            throw new NotFound("contract " + id.value());
        }
    }

    private void queue(CommunityId community) {
        db.sql("select pg_advisory_xact_lock(hashtext('contract' || ?))::text")
                .param(community.value().toString())
                .query(String.class)
                .single();
    }

    void touch(ContractId id, Author by) {
        db.sql("update contract.contract set version = version + 1, changed_at = ?, changed_by = ? where id = ?")
                .params(now(), by.name(), id.value())
                .update();
    }

    void record(Author by, ContractId id, CommunityId community, String action, String sentence) {
        journal.record(Entry.of(by, Subject.of("contract", id.value()), action, sentence)
                .in(community.value()));
    }

    Timestamp now() {
        return Timestamp.from(today.instant());
    }

    /** Orders never repeat within a year and a département; a number lost to a race leaves a gap. */
    private String nextNumber(String departement) {
        int year = today.day().getYear();
        int order = Objects.requireNonNull(
                db.sql("""
                        insert into contract.numbering (year, departement, last) values (?, ?, 1)
                        on conflict (year, departement) do update set last = numbering.last + 1
                        returning last
                        """).params(year, departement).query(Integer.class).single());
        return "%d-%s-C%03d".formatted(year, departement, order);
    }
}
