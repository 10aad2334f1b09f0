// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/notify/silence.h"

#include <string>
#include <string_view>
#include <vector>

namespace sightglass {

/// Silences as Alertmanager's API has them: a JSON array of objects with id, matchers, startsAt, endsAt,
/// updatedAt, createdBy and comment. The file of our own has the same.
[[nodiscard]] std::string silencesText(const std::vector<Silence> &silences);

/// Back again, of the file or of an Alertmanager's answer; at most `mostSilences`. ConfigSyntax where it is
/// no such text; an entry that is none is left out.
[[nodiscard]] Result<std::vector<Silence>> readSilences(std::string_view text);

/// One, as it is posted to an Alertmanager: a new one has no id.
[[nodiscard]] std::string silenceText(const Silence &silence);

} // namespace sightglass
