// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/variables/resolution.h"

#include <QWidget>

#include <functional>
#include <memory>

class QHBoxLayout;
class QLabel;

namespace sightglass {

/// Where the label names and values that a filter may have come from. Either may be empty.
struct LabelSource
{
    std::function<QStringList()> names;
    std::function<QStringList(const QString &name)> values;
};

/// The control of one dashboard variable: its name, what it stands for, and a mark where its query failed.
/// Names, values and errors are hostile and shown as plain text.
class VariableControl : public QWidget
{
    Q_OBJECT

public:
    /// Null for what has no control: constants, and what a copy of a dashboard has kept.
    [[nodiscard]] static std::unique_ptr<VariableControl> make(const VariableSpec &variable,
                                                               const LabelSource &labels);

    [[nodiscard]] const VariableSpec &variable() const noexcept { return m_variable; }
    /// What it stands for now, and what it can. Chooses nothing.
    void setResolved(const ResolvedVariable &resolved);
    /// Those of an ad-hoc variable.
    virtual void setFilters(const std::vector<AdHocFilter> &filters) { Q_UNUSED(filters) }
    /// Why there is nothing to choose; empty where all is well.
    [[nodiscard]] QString problem() const { return m_problem; }

signals:
    void chosen(const std::vector<sightglass::VariableOption> &options);
    void filtersChosen(const std::vector<sightglass::AdHocFilter> &filters);

protected:
    explicit VariableControl(const VariableSpec &variable);
    /// Behind the name.
    void addPart(QWidget *part);
    /// The part that the name leads to by its mnemonic, and that carries the description.
    void setMainPart(QWidget *part);
    virtual void show(const ResolvedVariable &resolved) = 0;
    /// The variable's name as it is shown.
    [[nodiscard]] QString title() const;

private:
    void describe();

    VariableSpec m_variable;
    QHBoxLayout *m_layout;
    QLabel *m_name;
    QLabel *m_mark;
    QWidget *m_main = nullptr;
    QString m_problem;
};

} // namespace sightglass
