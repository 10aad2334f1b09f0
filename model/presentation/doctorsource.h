// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace sightglass {

/// Where pages that the endpoint doctor examines come from: a target, or a text.
struct DoctorSource
{
    QString id;
    QString name;    ///< displayable
    QString address; ///< displayable; may be empty
    bool isDown = false;

    friend bool operator==(const DoctorSource &, const DoctorSource &) = default;
};

} // namespace sightglass
