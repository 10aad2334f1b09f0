// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/scrape/secretwriter.h"
#include "model/scrape/targetconfig.h"

#include <QString>
#include <QWidget>

#include <vector>

namespace sightglass {

/// A target as a dialog leaves it: secrets to be kept are keys in `config`, and here with their texts.
struct TargetEdit
{
    TargetConfig config;
    std::vector<TypedSecret> typed;
};

/// Some of a target's settings on a page of the target dialog.
class TargetPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// Puts what the page shows into `edit`, and leaves alone what it does not show.
    virtual void apply(TargetEdit &edit) const = 0;
    /// Why what the page shows cannot be used; empty where it can.
    [[nodiscard]] virtual QString problem() const { return {}; }
    /// Whether a target makes use of what the page shows: it differs from the usual.
    [[nodiscard]] virtual bool isUsed(const TargetConfig &config) const = 0;
    /// The page is of no meaning for a target that is not asked over HTTP.
    [[nodiscard]] virtual bool isForHttp() const { return false; }

signals:
    void changed();
};

} // namespace sightglass
