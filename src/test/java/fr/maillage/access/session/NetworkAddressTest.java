package fr.maillage.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NetworkAddressTest {

    @Test
    void aSubscriberIsCountedOnce() {
        assertThat(NetworkAddress.counted("2001:db8:1:2::5")).isEqualTo(NetworkAddress.counted("2001:db8:1:2:ffff::9"));
        assertThat(NetworkAddress.counted("2001:db8:1:2::5")).isNotEqualTo(NetworkAddress.counted("2001:db8:1:3::5"));
        assertThat(NetworkAddress.counted("203.0.113.9")).isEqualTo("203.0.113.9");
        assertThat(NetworkAddress.isThisMachine("::1")).isTrue();
        assertThat(NetworkAddress.isThisMachine("203.0.113.9")).isFalse();
    }
}
