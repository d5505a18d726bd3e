"""Proofs of deletion: what a deleted case leaves. Nothing in them is about a person."""

import hmac
import json
from collections.abc import Iterator
from hashlib import sha256

from ..models import DeletionProof
from .keys import house_key


def seal_proof(proof: DeletionProof) -> None:
    proof.mac = mac_of_proof(proof)


def mac_of_proof(proof: DeletionProof) -> str:
    content = [
        str(proof.case_id),
        proof.reference,
        proof.case_type,
        str(proof.reason),
        proof.received_at.isoformat(),
        proof.closed_on and proof.closed_on.isoformat(),
        proof.deleted_at.isoformat(),
        proof.documents,
        proof.journal_count,
        proof.journal_head,
    ]
    text = json.dumps(["deletion", *content], ensure_ascii=False)
    return hmac.new(house_key("journal"), text.encode(), sha256).hexdigest()


def forged_proofs() -> Iterator[str]:
    """References of proofs that we did not write."""
    for proof in DeletionProof.objects.order_by("pk").iterator(chunk_size=500):
        if not hmac.compare_digest(proof.mac, mac_of_proof(proof)):
            yield proof.reference
