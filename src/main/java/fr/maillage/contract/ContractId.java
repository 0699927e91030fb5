package fr.maillage.contract;

import java.util.UUID;

public record ContractId(UUID value) {}
