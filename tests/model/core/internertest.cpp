// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/core/interner.h"

#include "tests/support/testcase.h"

#include <QTest>

#include <set>

namespace {

using namespace sightglass;

class InternerTest : public test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void givesEqualStringsOneSymbol();
    void findsOnlyWhatItKnows();
    void keepsViewsWhileItGrows();
    void sortsBytewise();
    void countsItsMemory();
};

void InternerTest::givesEqualStringsOneSymbol()
{
    Interner interner;
    const Symbol a = interner.intern("job");
    const Symbol b = interner.intern("");
    QVERIFY(a != b);
    QCOMPARE(interner.intern(std::string("job")), a);
    QCOMPARE(interner.intern(std::string_view()), b);
    QCOMPARE(interner.size(), std::size_t{2});
    QCOMPARE(interner.text(a), std::string_view("job"));
    QCOMPARE(interner.text(b), std::string_view());
}

void InternerTest::findsOnlyWhatItKnows()
{
    Interner interner;
    QVERIFY(!interner.find("a"));
    const Symbol a = interner.intern("a");
    QCOMPARE(interner.find("a"), std::optional(a));
    QVERIFY(!interner.find("b"));
    QVERIFY(!interner.find(std::string_view("a\0", 2)));
}

void InternerTest::keepsViewsWhileItGrows()
{
    Interner interner;
    const std::string_view first = interner.text(interner.intern("first"));
    const char *address = first.data();
    const std::string large(100'000, 'x');
    QCOMPARE(interner.text(interner.intern(large)), std::string_view(large));
    for (int i = 0; i < 20'000; ++i)
        QCOMPARE(interner.intern("value-" + std::to_string(i)), static_cast<Symbol>(i + 2));
    for (int i = 0; i < 20'000; ++i)
        QCOMPARE(interner.text(static_cast<Symbol>(i + 2)), std::string_view("value-" + std::to_string(i)));
    QCOMPARE(interner.text(0).data(), address);
    QCOMPARE(first, std::string_view("first"));
}

void InternerTest::sortsBytewise()
{
    Interner interner;
    const std::vector<std::string> texts = {"b", "", "a\xff", "B", "aa", "\xc3\xa4", "a"};
    for (const std::string &text : texts)
        interner.intern(text);
    const std::vector<Symbol> renumbered = interner.sort();
    const std::set<std::string> expected(texts.begin(), texts.end());
    Symbol next = 0;
    for (const std::string &text : expected) {
        QCOMPARE(interner.text(next), std::string_view(text));
        QCOMPARE(interner.find(text), std::optional(next));
        ++next;
    }
    for (std::size_t i = 0; i < texts.size(); ++i)
        QCOMPARE(interner.text(renumbered[i]), std::string_view(texts[i]));
    QCOMPARE(interner.intern("new"), static_cast<Symbol>(texts.size()));
}

void InternerTest::countsItsMemory()
{
    Interner interner;
    const std::size_t empty = interner.bytes();
    interner.intern(std::string(50'000, 'y'));
    QVERIFY(interner.bytes() >= empty + 50'000);
    QVERIFY(interner.bytes() < empty + 60'000);
}

} // namespace

SIGHTGLASS_TEST(InternerTest)
#include "internertest.moc"
