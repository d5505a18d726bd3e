"""The destination's public key: checked before anything is encrypted with it.

Rules: FIT-Connect, "Vorgaben für kryptographische Verfahren": RSA of at least 4096 bits, RSA-OAEP-256,
A256GCM, `key_ops` exactly `wrapKey`, and outside the test environment a certificate for this very key.
"""

import base64
import binascii
from itertools import pairwise
from typing import Any

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey
from django.utils import timezone
from jwcrypto.common import JWException
from jwcrypto.jwe import JWE
from jwcrypto.jwk import JWK

from ..http import ReceiverRefuses

LEAST_BITS = 4096
WRAPPING, CONTENT = "RSA-OAEP-256", "A256GCM"


class UnfitKey(ReceiverRefuses):
    """Nothing may be encrypted with this key; `str()` is a German sentence."""


def checked_key(value: dict[str, Any], key_id: str, *, certified: bool) -> JWK:
    """The key `key_id` of a destination. `certified` asks for certificates (`x5c`). Raises UnfitKey."""
    expected = {"kty": "RSA", "alg": WRAPPING, "key_ops": ["wrapKey"], "kid": key_id}
    for name, wanted in expected.items():
        if value.get(name) != wanted:
            raise UnfitKey(f"Der Schlüssel des Ziels taugt nicht zum Verschlüsseln („{name}“).")
    try:
        key = JWK(**{name: value[name] for name in ("kty", "alg", "kid", "n", "e")})
        public: Any = key.get_op_key("wrapKey")
    except (JWException, KeyError, TypeError, ValueError) as error:
        raise UnfitKey("Der Schlüssel des Ziels ist nicht lesbar.") from error
    if public.key_size < LEAST_BITS:
        raise UnfitKey(f"Der Schlüssel des Ziels ist zu kurz ({public.key_size} Bit).")
    if certified:
        _check_certificates(value.get("x5c") or [], public)
    return key


def encrypted(content: bytes, key: JWK, media_type: str) -> str:
    """Compact JWE."""
    header = {"alg": WRAPPING, "enc": CONTENT, "zip": "DEF", "cty": media_type, "kid": key["kid"]}
    sealed: str = JWE(content, protected=header, recipient=key).serialize(compact=True)
    return sealed


def _check_certificates(chain: list[str], public: RSAPublicKey) -> None:
    """The first is for this key, each is valid today and signed by the next."""
    try:
        found = [x509.load_der_x509_certificate(base64.b64decode(each, validate=True)) for each in chain]
    except (binascii.Error, TypeError, ValueError) as error:
        raise UnfitKey("Das Zertifikat des Ziels ist nicht lesbar.") from error
    if not found:
        raise UnfitKey("Der Schlüssel des Ziels hat kein Zertifikat.")
    owner = found[0].public_key()
    if not isinstance(owner, RSAPublicKey) or owner.public_numbers() != public.public_numbers():
        raise UnfitKey("Das Zertifikat des Ziels gehört zu einem anderen Schlüssel.")
    now = timezone.now()
    if not all(each.not_valid_before_utc <= now <= each.not_valid_after_utc for each in found):
        raise UnfitKey("Das Zertifikat des Ziels ist abgelaufen oder noch nicht gültig.")
    try:
        for each, issuer in pairwise(found):
            each.verify_directly_issued_by(issuer)
    except (InvalidSignature, TypeError, ValueError) as error:
        raise UnfitKey("Die Zertifikate des Ziels gehören nicht zusammen.") from error
