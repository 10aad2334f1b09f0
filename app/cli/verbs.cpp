// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/verbs.h"

#include "app/cli/snapshotcommand.h"

#include <QCoreApplication>

#include <array>

namespace sightglass {

std::span<const Verb> verbs()
{
    static constexpr std::array<Verb, 1> table = {{
        {"snapshot", QT_TRANSLATE_NOOP("Verb", "scrape for a while and write a picture of the dashboard"),
         runSnapshotCommand},
    }};
    return table;
}

const Verb *findVerb(const QString &name)
{
    for (const Verb &verb : verbs()) {
        if (name == QLatin1String(verb.name))
            return &verb;
    }
    return nullptr;
}

} // namespace sightglass
