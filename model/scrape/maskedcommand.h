// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace sightglass {

/// A command line of which only that is seen which cannot be a secret.
struct MaskedCommand
{
    /// The command as it was typed where nothing is hidden in it; else its words with "***" in place of what
    /// is: the values of options and variables, attached ones (-pWORD) too, unless they are harmless (paths,
    /// addresses without credentials, small numbers, names of formats, values of options like --namespace),
    /// passwords of addresses, and words with blanks, quotes or braces in them. Masking it again changes
    /// nothing.
    QString text;
    /// What was hidden, in order; not what was "***" already.
    QStringList hidden;
};

/// Of a line that is no list of words (see commandWords()) all behind the first blank is hidden.
[[nodiscard]] MaskedCommand maskedCommand(const QString &command);

/// What maskedCommand() hides of a program and its arguments.
[[nodiscard]] QStringList hiddenWords(const QStringList &words);

/// What a program said, with "***" for what maskedCommand() hides of its command, whole or in parts of six
/// characters and more.
[[nodiscard]] QString withoutSecretsOf(const QStringList &hidden, QString said);

} // namespace sightglass
