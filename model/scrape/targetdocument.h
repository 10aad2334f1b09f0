// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/targetconfig.h"

#include <QString>
#include <QStringList>

namespace sightglass {

/// A target as settings keep it: one line of JSON with all that TargetConfig has, but for what a
/// configuration file says of it (origin, refused) and for texts of secrets, passwords and secret parameters
/// in URLs included. What was a secret's text is read back as the key that the text would be under (see
/// withoutSecretTexts()).
[[nodiscard]] QString targetDocument(const TargetConfig &target);

/// A target out of its document.
struct ReadTarget
{
    TargetConfig target; ///< without a URL where there is none that leads anywhere
    /// Of what is not there or no good, by place; it has its default then, and everything else is read.
    QStringList problems;
};

[[nodiscard]] ReadTarget readTargetDocument(const QString &document);

} // namespace sightglass
