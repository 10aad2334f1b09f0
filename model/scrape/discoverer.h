// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "parser/base/error.h"
#include "parser/config/scrapeconfig.h"

#include <QObject>

#include <optional>
#include <vector>

namespace sightglass {

/// Finds the target groups of one entry of discovery, over and over. Where it fails, the groups that were
/// found last stay (scraping reference, section 11). Lives on one thread; never blocks it.
class Discoverer : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    virtual void start() = 0;

    /// Sources are unique within this discoverer.
    [[nodiscard]] const std::vector<TargetGroup> &groups() const noexcept { return m_groups; }
    /// Why the latest try failed, in whole or in part.
    [[nodiscard]] const std::vector<Error> &problems() const noexcept { return m_problems; }

signals:
    /// Groups or problems are others than before.
    void changed();

protected:
    void found(std::vector<TargetGroup> groups, std::vector<Error> problems);

private:
    std::vector<TargetGroup> m_groups;
    std::vector<Error> m_problems;
};

} // namespace sightglass
