// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <span>

namespace sightglass {

/// A verb of the command line: works without a display, prints, and ends.
struct Verb
{
    enum class Needs : unsigned char
    {
        Nothing, ///< runs under a QCoreApplication
        Painting ///< needs a QApplication, though no display
    };

    const char *name;
    const char *summary; ///< untranslated, context "Verb"
    Needs needs;
    /// `arguments` begins with the verb. Runs the event loop of the one application; returns the exit code.
    int (*run)(const QStringList &arguments);
};

/// All verbs, in the order of --help.
[[nodiscard]] std::span<const Verb> verbs();

/// Null where there is no such verb.
[[nodiscard]] const Verb *findVerb(const QString &name);

} // namespace sightglass
