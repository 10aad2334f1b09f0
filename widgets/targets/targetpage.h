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

signals:
    void changed();
};

} // namespace sightglass
