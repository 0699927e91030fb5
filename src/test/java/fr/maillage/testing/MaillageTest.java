package fr.maillage.testing;

import fr.maillage.Application;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;
import org.springframework.test.context.TestExecutionListeners.MergeMode;

/**
 * The whole program on a random port with a real database: one context, started once and shared by every test that
 * carries exactly this annotation. Adding a mock bean or a property to one test would start a second one: don't.
 *
 * <p>Before each test method every table is emptied (see {@link DatabaseReset}) and the clock is set back (see
 * {@link MutableClock}).
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
        classes = Application.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {"maillage.scheduling=false", "maillage.demo=false", "maillage.database-url="})
@ContextConfiguration(initializers = TestHome.class)
@Import(TestBeans.class)
@TestExecutionListeners(listeners = DatabaseReset.class, mergeMode = MergeMode.MERGE_WITH_DEFAULTS)
public @interface MaillageTest {}
