using Cake.Frosting;
using Cake.Frosting.ChartRelease;

return ResultStream.Run(args, () => new CakeHost().UseChartRelease().Run(args));
