// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/editing/fieldeditor.h"

#include <QString>

#include <vector>

class QComboBox;
class QLineEdit;
class QVBoxLayout;

namespace sightglass {

/// Value mappings as rows: a value, a range, a regular expression or a special value, and the text and colour
/// that it is shown as; the first that fits wins.
class MappingsEdit : public FieldEditor
{
    Q_OBJECT

public:
    enum class Kind
    {
        Value,
        Range,
        Regex,
        Special
    };
    struct Row
    {
        Kind kind = Kind::Value;
        QString match; ///< the value, "from – to" as two, the pattern, Grafana's word
        QString to;    ///< of Range
        QString text;
        QString color;
        QString icon; ///< kept as it was
    };

    explicit MappingsEdit(const Theme &theme, QWidget *parent = nullptr);

    void setValue(const QByteArray &json) override;
    void setTheme(const Theme &theme) override;
    [[nodiscard]] bool isWide() const override { return true; }

    /// As Grafana has them.
    [[nodiscard]] static std::vector<Row> rowsOf(const QByteArray &json);
    [[nodiscard]] static QByteArray jsonOf(const std::vector<Row> &rows);

private:
    void build();
    void addRow(std::size_t at);
    [[nodiscard]] QLineEdit *field(std::size_t at, const QString &name, QString Row::*member);
    [[nodiscard]] QComboBox *kindBox(std::size_t at);
    [[nodiscard]] QComboBox *specialBox(std::size_t at);
    void take(bool goesOn);

    Theme m_theme;
    std::vector<Row> m_rows;
    QByteArray m_json;
    QVBoxLayout *m_lines;
};

} // namespace sightglass
