package fr.maillage.project.context;

import fr.maillage.community.CommunityId;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Reads the context of a projet de santé. */
@Service
public class Contexts {

    private final Partnerships partnerships;
    private final Tools tools;
    private final Outreaches outreaches;
    private final Posts posts;
    private final Cooperations cooperations;
    private final Communications communications;
    private final Approaches approaches;
    private final Evaluations evaluations;
    private final PrsLinks prs;

    Contexts(
            Partnerships partnerships,
            Tools tools,
            Outreaches outreaches,
            Posts posts,
            Cooperations cooperations,
            Communications communications,
            Approaches approaches,
            Evaluations evaluations,
            PrsLinks prs) {
        this.partnerships = partnerships;
        this.tools = tools;
        this.outreaches = outreaches;
        this.posts = posts;
        this.cooperations = cooperations;
        this.communications = communications;
        this.approaches = approaches;
        this.evaluations = evaluations;
        this.prs = prs;
    }

    /** As it is at one instant. */
    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public ProjectContext of(CommunityId community) {
        return new ProjectContext(
                facts(partnerships, community),
                facts(tools, community),
                facts(outreaches, community),
                facts(posts, community),
                facts(cooperations, community),
                facts(communications, community),
                facts(approaches, community),
                facts(evaluations, community),
                prs.of(community));
    }

    private static <F> List<F> facts(Register<F> register, CommunityId community) {
        return register.of(community).stream().map(Line::facts).toList();
    }
}
