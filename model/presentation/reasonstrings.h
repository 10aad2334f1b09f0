// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace sightglass {

/// What the arguments of errors about files and secrets say in words, for errorText() and for lupdate: ours,
/// and the system's most common ones. Each has at most one %1, which stands for anything.
inline constexpr const char *translatableReasons[] = {
    QT_TRANSLATE_NOOP("reasons", "it is not a regular file"),
    QT_TRANSLATE_NOOP("reasons", "it is larger than %1 MiB"),
    QT_TRANSLATE_NOOP("reasons", "it has more than %1 bytes"),
    QT_TRANSLATE_NOOP("reasons", "no file matches it"),
    QT_TRANSLATE_NOOP("reasons", "no such rules come along; there are %1"),
    QT_TRANSLATE_NOOP("reasons", "there is no such socket"),
    QT_TRANSLATE_NOOP("reasons", "the secret %1"),
    QT_TRANSLATE_NOOP("reasons", "the secret store holds no such secret"),
    QT_TRANSLATE_NOOP("reasons", "the secret store denied access"),
    QT_TRANSLATE_NOOP("reasons", "no secret store is running"),
    QT_TRANSLATE_NOOP("reasons", "there is no secret store"),
    QT_TRANSLATE_NOOP("reasons", "the secret store does not answer; is a keyring or wallet running? (%1)"),
    QT_TRANSLATE_NOOP("reasons", "No such file or directory"),
    QT_TRANSLATE_NOOP("reasons", "Permission denied"),
    QT_TRANSLATE_NOOP("reasons", "Is a directory"),
    QT_TRANSLATE_NOOP("reasons", "Input/output error"),
    QT_TRANSLATE_NOOP("reasons", "Too many open files"),
};

} // namespace sightglass
