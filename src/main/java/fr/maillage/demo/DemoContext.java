package fr.maillage.demo;

import com.fasterxml.jackson.annotation.JsonProperty;
import fr.maillage.community.CommunityView;
import fr.maillage.community.Participant;
import fr.maillage.community.ParticipantCategory;
import fr.maillage.community.Participants;
import fr.maillage.project.ActionPart;
import fr.maillage.project.Actions;
import fr.maillage.project.Projects;
import fr.maillage.project.context.Approach;
import fr.maillage.project.context.Approaches;
import fr.maillage.project.context.Communication;
import fr.maillage.project.context.Communications;
import fr.maillage.project.context.ContextLists;
import fr.maillage.project.context.Cooperation;
import fr.maillage.project.context.Cooperations;
import fr.maillage.project.context.Evaluation;
import fr.maillage.project.context.Evaluations;
import fr.maillage.project.context.Outreach;
import fr.maillage.project.context.Outreaches;
import fr.maillage.project.context.Partnership;
import fr.maillage.project.context.Partnerships;
import fr.maillage.project.context.Post;
import fr.maillage.project.context.Posts;
import fr.maillage.project.context.PrsLinks;
import fr.maillage.project.context.Tool;
import fr.maillage.project.context.Tools;
import fr.maillage.shared.Shipped;
import fr.maillage.shared.Today;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Describes the context of the demonstration’s project, from {@code demo/contexte.yaml}. */
@Component
class DemoContext {

    private record PartnerLine(
            @Nullable String actor,
            @Nullable String name,
            String kind,
            Partnership.State state,
            @Nullable Integer signed,
            @Nullable Integer ends,
            String object,
            String work,
            String contact) {}

    private record OutreachLine(
            @Nullable String audience,
            @Nullable String words,
            int month,
            String means,
            int informed,
            String content,
            String proof) {}

    private record ToolLine(String code, Tool.Stage stage, String users, String purpose, String need) {}

    private record PostLine(String function, @Nullable BigDecimal fte, String employer, String duties) {}

    private record MomentLine(int month, String title, String detail) {}

    private record CommunicationLine(String audience, String message, String means, int month) {}

    private record ApproachLine(Approach.Kind kind, String title, String detail) {}

    private record EvaluationLine(int month, String title, String method) {}

    private record File(
            List<PartnerLine> partnerships,
            List<OutreachLine> outreach,
            List<ToolLine> tools,
            List<PostLine> posts,
            List<MomentLine> history,
            List<CommunicationLine> communications,
            List<ApproachLine> approaches,
            List<EvaluationLine> evaluations,
            @JsonProperty("prs-of-actions") List<String> prsOfActions,
            Map<String, String> prs) {}

    private final Partnerships partnerships;
    private final Outreaches outreaches;
    private final Tools tools;
    private final Posts posts;
    private final Cooperations cooperations;
    private final Communications communications;
    private final Approaches approaches;
    private final Evaluations evaluations;
    private final PrsLinks prs;
    private final Projects projects;
    private final Actions actions;
    private final Participants participants;
    private final Today today;

    DemoContext(
            Partnerships partnerships,
            Outreaches outreaches,
            Tools tools,
            Posts posts,
            Cooperations cooperations,
            Communications communications,
            Approaches approaches,
            Evaluations evaluations,
            PrsLinks prs,
            Projects projects,
            Actions actions,
            Participants participants,
            Today today) {
        this.partnerships = partnerships;
        this.outreaches = outreaches;
        this.tools = tools;
        this.posts = posts;
        this.cooperations = cooperations;
        this.communications = communications;
        this.approaches = approaches;
        this.evaluations = evaluations;
        this.prs = prs;
        this.projects = projects;
        this.actions = actions;
        this.participants = participants;
        this.today = today;
    }

    void describe(CommunityView view) {
        var file = Shipped.yaml("/demo/contexte.yaml", File.class);
        var actors = participants.of(view.id());
        file.partnerships.forEach(line -> partnerships.add(view, UUID.randomUUID(), partnership(line, actors)));
        file.outreach.forEach(line -> outreaches.add(view, UUID.randomUUID(), outreach(line)));
        file.tools.forEach(line -> tools.add(
                view,
                UUID.randomUUID(),
                new Tool(
                        ContextLists.tool(line.code).orElseThrow(),
                        "",
                        line.stage,
                        line.users,
                        line.purpose,
                        line.need)));
        file.posts.forEach(line -> posts.add(
                view,
                UUID.randomUUID(),
                new Post(
                        ContextLists.function(line.function).orElseThrow(), "", line.fte, line.employer, line.duties)));
        file.history.forEach(line ->
                cooperations.add(view, UUID.randomUUID(), new Cooperation(month(line.month), line.title, line.detail)));
        file.communications.forEach(line -> communications.add(
                view,
                UUID.randomUUID(),
                new Communication(line.audience, line.message, line.means, month(line.month))));
        file.approaches.forEach(
                line -> approaches.add(view, UUID.randomUUID(), new Approach(line.kind, line.title, line.detail)));
        file.evaluations.forEach(line ->
                evaluations.add(view, UUID.randomUUID(), new Evaluation(month(line.month), line.title, line.method)));
        prs.retain(view, -1, file.prs);
        chooseLines(view, file.prsOfActions);
    }

    /** Each action answers a line of the projet régional de santé. */
    private void chooseLines(CommunityView view, List<String> lines) {
        var all = projects.of(view.id()).actions();
        for (int i = 0; i < Math.min(all.size(), lines.size()); i++) {
            var action = all.get(i);
            var before = action.facts().purpose();
            actions.change(
                    view,
                    action.number(),
                    action.change(ActionPart.Kind.PURPOSE).version(),
                    new ActionPart.Purpose(
                            before.title(),
                            before.coverage(),
                            before.objective(),
                            lines.get(i),
                            before.prsObjective(),
                            before.evidence(),
                            before.diagnosis()));
        }
    }

    private Partnership partnership(PartnerLine line, List<Participant> actors) {
        var actor = actors.stream()
                .filter(participant -> participant.fullName().equals(line.actor))
                .findFirst();
        return new Partnership(
                actor.map(Participant::id).orElse(null),
                actor.map(Participant::fullName).orElse(String.valueOf(line.name)),
                ContextLists.partnerKind(line.kind).orElseThrow(),
                line.object,
                line.work,
                line.contact,
                line.state,
                line.signed == null ? null : month(line.signed),
                line.ends == null ? null : month(line.ends));
    }

    private Outreach outreach(OutreachLine line) {
        return new Outreach(
                line.audience == null
                        ? null
                        : ParticipantCategory.ofCode(line.audience).orElseThrow(),
                line.words == null ? "" : line.words,
                month(line.month),
                ContextLists.means(line.means).orElseThrow(),
                line.informed,
                line.content,
                line.proof);
    }

    private LocalDate month(int months) {
        return today.day().plusMonths(months);
    }
}
