import pytest

from assembly_desk.signing.names import same_person


@pytest.mark.parametrize(
    ("certificate", "protocol"),
    [
        ("АХМЕТОВА СӘУЛЕ", "Ахметова Сәуле Қанатқызы"),  # authorities leave the patronymic out
        ("Ахметова Сәуле Қанатқызы", "Ахметова Сәуле"),
        ("Сәуле Қанатқызы Ахметова", "Ахметова Сәуле Қанатқызы"),
        ("Ахметова Сәуле Қанатқызы", "Ахметова С. Қ."),
        ("Ахметова Сәуле Қанатқызы", "Ахметова С.Қ."),
        ("АХМЕТОВА СӘУЛЕ", "С. Қ. Ахметова"),
        ("Әбдіғаппаров Құрманғазы", "ӘБДІҒАППАРОВ ҚҰРМАНҒАЗЫ"),
        ("Iбраев Iлияс", "Ібраев Ілияс"),  # a Latin I in the certificate
        ("Ли-Ким Анна", "Ким Ли Анна"),
    ],
)
def test_one_person_written_in_two_ways(certificate: str, protocol: str) -> None:
    assert same_person(certificate, protocol)


@pytest.mark.parametrize(
    ("certificate", "protocol"),
    [
        ("Ахметова Сәуле Қанатқызы", "Ахметова Сәуле Маратқызы"),
        ("Ахметова Сәуле", "Ахметова Айгүл"),
        ("Ахметова Сәуле Қанатқызы", "Ахметова Қ. С."),
        ("Ахметова Сәуле", "Ахметов С. Қ."),
        ("Ахметова", "Ахметова Сәуле"),
        ("Сәуле Қанатқызы", "С. Қ."),
        ("", "Ахметова Сәуле"),
        ("Ахметова Сәуле", ""),
    ],
)
def test_different_people_are_told_apart(certificate: str, protocol: str) -> None:
    assert not same_person(certificate, protocol)
