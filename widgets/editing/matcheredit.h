// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/fields/fieldoverride.h"
#include "widgets/editing/fieldeditor.h"

#include <QWidget>

#include <vector>

class QComboBox;
class QVBoxLayout;

namespace sightglass {

/// Which fields an override is for: by a name, several, a pattern, their type, their query, or by how a
/// calculation of their values compares. Names can be chosen among those in the data.
class MatcherEdit : public QWidget
{
    Q_OBJECT

public:
    explicit MatcherEdit(const FieldMatcher &matcher, QWidget *parent = nullptr);

    [[nodiscard]] const FieldMatcher &matcher() const noexcept { return m_matcher; }
    void setChoices(const FieldChoices &choices);
    [[nodiscard]] QComboBox *kinds() const noexcept { return m_kinds; }

signals:
    void changed(const sightglass::FieldMatcher &matcher, bool goesOn);

private:
    void build();
    void addEditor(OptionKind kind, const QString &name, const QByteArray &json);
    void addPattern();
    void addTypes();
    void addComparison();
    void take(FieldMatcher matcher, bool goesOn);

    FieldMatcher m_matcher;
    FieldChoices m_choices;
    QComboBox *m_kinds;
    QVBoxLayout *m_parts;
    std::vector<FieldEditor *> m_editors;
};

} // namespace sightglass
