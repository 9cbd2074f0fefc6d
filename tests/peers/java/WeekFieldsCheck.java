import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.WeekFields;
import java.util.HashSet;
import java.util.Set;

/**
 * Checks the weeks of the month that week_of_month_table writes, on standard input, against
 * java.time.temporal.WeekFields, day by day:
 *
 * <pre>week_of_month_table | java WeekFieldsCheck.java</pre>
 *
 * WeekFields numbers a day within its own month, 0 before week 1, and goes on counting in a week
 * that is already the next month's first. Here a week has one number and one month, so that both
 * cases are carried over to the month that the week belongs to.
 */
class WeekFieldsCheck {
    private static final LocalDate BEGIN = LocalDate.of(1900, 1, 1);
    private static final LocalDate END = LocalDate.of(2101, 1, 1);

    record Place(int year, int month, int week) {}

    static Place place(LocalDate date, WeekFields fields) {
        int week = date.get(fields.weekOfMonth());
        if (week == 0) {
            LocalDate lastOfBefore = date.withDayOfMonth(1).minusDays(1);
            return new Place(lastOfBefore.getYear(), lastOfBefore.getMonthValue(),
                    lastOfBefore.get(fields.weekOfMonth()));
        }
        LocalDate firstOfNext = date.withDayOfMonth(1).plusMonths(1);
        LocalDate lastOfWeek = date.plusDays(7 - date.get(fields.dayOfWeek()));
        if (!lastOfWeek.isBefore(firstOfNext) && firstOfNext.get(fields.weekOfMonth()) == 1) {
            return new Place(firstOfNext.getYear(), firstOfNext.getMonthValue(), 1);
        }
        return new Place(date.getYear(), date.getMonthValue(), week);
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in));
        Set<WeekFields> conventions = new HashSet<>();
        long days = 0;
        long differences = 0;
        for (String line; (line = in.readLine()) != null; ) {
            String[] cells = line.split(" ");
            WeekFields fields = WeekFields.of(DayOfWeek.of(Integer.parseInt(cells[0])),
                    Integer.parseInt(cells[1]));
            conventions.add(fields);
            LocalDate first = LocalDate.ofEpochDay(Long.parseLong(cells[2]));
            Place expected = new Place(Integer.parseInt(cells[3]), Integer.parseInt(cells[4]),
                    Integer.parseInt(cells[5]));
            for (LocalDate day = first; day.isBefore(first.plusDays(7)); day = day.plusDays(1)) {
                if (day.isBefore(BEGIN) || !day.isBefore(END)) continue;
                ++days;
                Place found = place(day, fields);
                if (!found.equals(expected) && ++differences <= 10) {
                    System.out.println(fields + " " + day + ": java " + found + ", here " + expected);
                }
            }
        }
        long expectedDays = 49 * (END.toEpochDay() - BEGIN.toEpochDay());
        System.out.println(conventions.size() + " conventions, " + days + " of " + expectedDays
                + " days, " + differences + " differences");
        System.exit(differences == 0 && days == expectedDays && conventions.size() == 49 ? 0 : 1);
    }
}
